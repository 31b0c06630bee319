package dev.rapport.bench.score;

import dev.rapport.bench.run.VerdictRecord.Verdict;
import java.util.List;

/**
 * How many were right, and how many could not be told.
 *
 * @param answered mean score of the questions that were answered, read and judged
 * @param asked all questions that there is a record of
 * @param right of those answered
 * @param wrong of those answered
 * @param unparsed replies from which no option could be read
 * @param unanswered questions to which no reply came
 * @param unjudged replies that the judges failed on
 * @param atLeast mean score if every question that is not answered were wrong
 * @param atMost mean score if every question that is not answered were right
 */
public record Accuracy(
    Estimate answered,
    int asked,
    int right,
    int wrong,
    int unparsed,
    int unanswered,
    int unjudged,
    double atLeast,
    double atMost) {

  /** Counts trials. */
  public static Accuracy of(List<Trial> trials) {
    List<Sample> samples =
        trials.stream()
            .filter(trial -> trial.graded().isScored())
            .map(trial -> new Sample(trial.person(), trial.graded().score()))
            .toList();
    double sum = samples.stream().mapToDouble(Sample::value).sum();
    int right = (int) trials.stream().filter(trial -> trial.graded().isRight()).count();
    int open = trials.size() - samples.size();
    double all = Math.max(1, trials.size());
    return new Accuracy(
        Clustered.share(samples),
        trials.size(),
        right,
        samples.size() - right,
        count(trials, Verdict.UNPARSED),
        count(trials, Verdict.UNANSWERED),
        count(trials, Verdict.UNJUDGED),
        sum / all,
        (sum + open) / all);
  }

  private static int count(List<Trial> trials, Verdict verdict) {
    return (int) trials.stream().filter(trial -> trial.graded().verdict() == verdict).count();
  }
}
