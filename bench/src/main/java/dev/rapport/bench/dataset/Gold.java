package dev.rapport.bench.dataset;

import java.util.List;

/**
 * What is right. For scoring alone: it never reaches a memory or an answerer.
 *
 * @param option index of the right option in {@link Asked#options}, or {@link #NO_OPTION}
 * @param answer a right answer in words; may be empty
 * @param preference what a good answer reflects, or must not; may be empty
 * @param previous the preference that the gold one replaced or took back; may be empty
 * @param protocol how an answer in words is judged
 * @param evidence texts of the messages that the answer rests on, as the history has them; may be
 *     empty
 */
public record Gold(
    int option,
    String answer,
    String preference,
    String previous,
    Protocol protocol,
    List<String> evidence) {
  /** Stands for a question without options. */
  public static final int NO_OPTION = -1;

  /** How an answer in words is judged. */
  public enum Protocol {
    /** It should suit {@link Gold#preference}. */
    POSITIVE,
    /** It should help without using {@link Gold#preference}: forgotten, private, another's. */
    NEGATIVE,
    /** It should say what {@link Gold#answer} says. */
    FACT,
    /** The history does not tell; it should say so. */
    ABSTAIN
  }

  public Gold {
    evidence = List.copyOf(evidence);
    if (option < NO_OPTION) {
      throw new IllegalArgumentException(
          "gold option %d; it counts from 0, or is %d where there are no options"
              .formatted(option, NO_OPTION));
    }
  }
}
