package dev.rapport.bench.score;

import dev.rapport.bench.run.Mode;
import java.util.List;

/**
 * Everything counted of the questions asked in one mode.
 *
 * @param mode {@link Mode#CHOICE} or {@link Mode#OPEN}
 * @param chance accuracy of a blind guess; 0 for open questions
 * @param gain over an empty memory; {@link Estimate#NONE} inside where that was not tried
 * @param letters of choices; empty counts for open questions
 * @param twins of the questions in twin sets
 * @param people accuracy by person, in the data set's order
 */
public record ModeScores(
    Mode mode,
    Accuracy accuracy,
    double chance,
    Gain gain,
    List<Measure> measures,
    Letters letters,
    Twins twins,
    List<Breakdown> breakdowns,
    Breakdown people) {
  public ModeScores {
    measures = List.copyOf(measures);
    breakdowns = List.copyOf(breakdowns);
  }

  static ModeScores of(Mode mode, List<Trial> trials) {
    return new ModeScores(
        mode,
        Accuracy.of(trials),
        Chance.of(trials),
        Gain.of(trials),
        Measures.of(trials),
        Letters.of(trials),
        Twins.of(trials),
        Breakdown.of(trials),
        Breakdown.people(trials));
  }
}
