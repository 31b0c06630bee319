package dev.rapport.bench.score;

import java.util.List;

/** What a blind guess scores. */
final class Chance {
  private Chance() {}

  /** One over the number of options; 0 for an open question. */
  static double of(Trial trial) {
    int options = trial.answer().order().size();
    return options == 0 ? 0 : 1.0 / options;
  }

  static double of(List<Trial> trials) {
    return trials.stream().mapToDouble(Chance::of).average().orElse(0);
  }
}
