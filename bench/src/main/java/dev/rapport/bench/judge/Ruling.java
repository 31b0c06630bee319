package dev.rapport.bench.judge;

import java.util.List;

/**
 * What judges find of one answer.
 *
 * @param score 0 to 1; of no meaning when undecided
 * @param why of a wrong or undecided one, in a few words; empty when right
 * @param votes in order; empty where nobody voted
 */
public record Ruling(Finding finding, double score, String why, List<Vote> votes) {
  /** How it ended. */
  public enum Finding {
    RIGHT,
    WRONG,
    /** A tie, or too few votes that can be read: not the same as wrong. */
    UNDECIDED
  }

  public Ruling {
    votes = List.copyOf(votes);
  }

  static Ruling undecided(String why, List<Vote> votes) {
    return new Ruling(Finding.UNDECIDED, 0, why, votes);
  }
}
