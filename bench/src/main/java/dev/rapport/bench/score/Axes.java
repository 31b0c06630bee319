package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that a question has on each axis of a breakdown. */
final class Axes {
  /** As in the reference's summaries. */
  private static final int BIN_TOKENS = 1024;

  private static final String PAPER = "paper: ";
  private static final String THERAPY = "therapy_background";
  private static final String HEALTH = "health_and_medical_conditions";

  private Axes() {}

  /** Axis to value, in the order reports show them. Axes without a value are left out. */
  static Map<String, String> of(Question question) {
    Map<String, String> values = new LinkedHashMap<>();
    question
        .labels()
        .values()
        .forEach(
            (axis, value) -> {
              if (!value.isBlank()) {
                values.put(axis, axis.equals(Labels.DISTANCE) ? bin(value) : value);
              }
            });
    paper(question.labels(), values);
    return values;
  }

  /** Values of an axis as people count; others by name. */
  static Comparator<String> order(String axis) {
    Comparator<String> byName = Comparator.naturalOrder();
    return axis.equals(Labels.DISTANCE) || axis.equals(Labels.SIZE)
        ? Comparator.comparingLong(Axes::leading).thenComparing(byName)
        : byName;
  }

  private static void paper(Labels labels, Map<String, String> values) {
    String type = labels.get(Labels.TYPE);
    switch (type) {
      case "stereotypical_pref" -> values.put(PAPER + "preference", "stereotypical");
      case "anti_stereotypical_pref" -> values.put(PAPER + "preference", "anti-stereotypical");
      case "neutral_preferences" -> values.put(PAPER + "preference", "neutral");
      default -> {
        // Other types stand on other axes of the paper.
      }
    }
    switch (labels.get(Labels.UPDATED)) {
      case "true" -> values.put(PAPER + "dynamics", "dynamic");
      case "false" -> values.put(PAPER + "dynamics", "static");
      default -> {
        // The data set does not tell.
      }
    }
    switch (labels.get(Labels.WHO)) {
      case "self" -> values.put(PAPER + "ownership", "own");
      case "others" -> values.put(PAPER + "ownership", "others'");
      default -> {
        // The data set does not tell.
      }
    }
    String scenario = labels.get(Labels.SCENARIO);
    if (type.equals(THERAPY)) {
      values.put(PAPER + "scenario", "therapy");
    } else if (type.equals(HEALTH)) {
      values.put(PAPER + "scenario", "physical health and medical");
    } else if (!type.isBlank() && !scenario.isBlank()) {
      values.put(PAPER + "scenario", scenario);
    }
  }

  private static String bin(String tokens) {
    try {
      long low = (long) Double.parseDouble(tokens) / BIN_TOKENS * BIN_TOKENS;
      return "%d-%d".formatted(low, low + BIN_TOKENS - 1);
    } catch (NumberFormatException e) {
      return tokens;
    }
  }

  private static long leading(String value) {
    int end = 0;
    while (end < value.length() && end < 18 && Character.isDigit(value.charAt(end))) {
      end++;
    }
    return end == 0 ? -1 : Long.parseLong(value.substring(0, end));
  }
}
