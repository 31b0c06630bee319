package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Labels;

/** Kinds of questions that have measures of their own. */
final class Kinds {
  private static final String FORGET = "ask_to_forget";

  private Kinds() {}

  /** Whether the person asked to forget what it is about. */
  static boolean isForget(Trial trial) {
    return label(trial, Labels.TYPE).equals(FORGET);
  }

  /** Whether it is about private data. */
  static boolean isPrivate(Trial trial) {
    return label(trial, Labels.PRIVATE).equals("true");
  }

  /** Whether it is about somebody else's preference. */
  static boolean isOthers(Trial trial) {
    return label(trial, Labels.WHO).equals("others");
  }

  /** Whether a preference took the place of another. */
  static boolean isChanged(Trial trial) {
    return !isForget(trial) && !trial.question().gold().previous().isBlank();
  }

  private static String label(Trial trial, String axis) {
    return trial.question().labels().get(axis);
  }
}
