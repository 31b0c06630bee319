package dev.rapport.bench.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What kind of question it is, for breakdowns: axis to value, both as they appear in reports.
 *
 * @param values in the order reports show them
 */
public record Labels(SequencedMap<String, String> values) {
  /** Kind of preference: {@code stereotypical_pref}, {@code ask_to_forget}, ... */
  public static final String TYPE = "type";

  /** Whether the preference had changed: {@code true} or {@code false}. */
  public static final String UPDATED = "updated";

  /** Whose preference it is: {@code self} or {@code others}. */
  public static final String WHO = "who";

  /** Whether it is about private data: {@code true} or {@code false}. */
  public static final String PRIVATE = "private";

  /** The conversation scenario. */
  public static final String SCENARIO = "scenario";

  /** The topic asked about. */
  public static final String TOPIC = "topic";

  /** Tokens from the revealing conversation to the end of the history, a whole number. */
  public static final String DISTANCE = "distance";

  /** Size of the history: {@code 32k}. */
  public static final String SIZE = "size";

  /** The data set's own category, where it has one: {@code multi-hop}. */
  public static final String CATEGORY = "category";

  public Labels {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /** The value on an axis; empty where the data set has none. */
  public String get(String axis) {
    return values.getOrDefault(axis, "");
  }
}
