package dev.rapport.bench.score;

import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the answerer favours a letter. Options are shuffled, so whatever is right, an answerer
 * that reads them chooses each letter about equally often.
 *
 * @param counts by letter, from A
 * @param statistic chi-square of the chosen letters against the shuffle
 * @param freedom its degrees of freedom
 * @param suspicious whether so uneven a choice comes by luck in less than one of a hundred runs
 * @param majority the letter that is right most often
 * @param majorityAccuracy what always answering the majority letter scores
 */
public record Letters(
    List<Count> counts,
    double statistic,
    int freedom,
    boolean suspicious,
    String majority,
    double majorityAccuracy) {
  private static final double ONE_IN_HUNDRED = 2.3263;

  /**
   * How often a letter came.
   *
   * @param chosen by the answerer
   * @param gold how often it was the right one
   * @param rightWhenGold of those, how many were answered right
   * @param expected how often the shuffle would have it chosen
   */
  public record Count(String letter, int chosen, int gold, int rightWhenGold, double expected) {}

  public Letters {
    counts = List.copyOf(counts);
  }

  /** Counts the trials in which an option was chosen. */
  static Letters of(List<Trial> trials) {
    List<Trial> chosen =
        trials.stream()
            .filter(trial -> trial.answer().outcome() == Outcome.CHOSEN)
            .filter(trial -> !trial.answer().order().isEmpty())
            .toList();
    int letters = chosen.stream().mapToInt(trial -> trial.answer().order().size()).max().orElse(0);
    List<Count> counts = new ArrayList<>();
    double statistic = 0;
    Count most = new Count("", 0, 0, 0, 0);
    for (int letter = 0; letter < letters; letter++) {
      Count count = count(chosen, letter);
      counts.add(count);
      most = count.gold() > most.gold() ? count : most;
      double off = count.chosen() - count.expected();
      statistic += off * off / count.expected();
    }
    int freedom = Math.max(0, letters - 1);
    return new Letters(
        counts,
        statistic,
        freedom,
        freedom > 0 && normal(statistic, freedom) > ONE_IN_HUNDRED,
        most.letter(),
        chosen.isEmpty() ? 0 : (double) most.gold() / chosen.size());
  }

  private static Count count(List<Trial> trials, int letter) {
    int chosen = 0;
    int gold = 0;
    int right = 0;
    double expected = 0;
    for (Trial trial : trials) {
      AnswerRecord answer = trial.answer();
      boolean isGold = answer.order().indexOf(trial.question().gold().option()) == letter;
      chosen += answer.order().indexOf(answer.option()) == letter ? 1 : 0;
      gold += isGold ? 1 : 0;
      right += isGold && trial.graded().isRight() ? 1 : 0;
      expected += letter < answer.order().size() ? 1.0 / answer.order().size() : 0;
    }
    return new Count(Character.toString('A' + letter), chosen, gold, right, expected);
  }

  /** A chi-square as a standard normal (Wilson and Hilferty, 1931). */
  private static double normal(double statistic, int freedom) {
    double spread = 2.0 / (9 * freedom);
    return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
  }
}
