package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.tabular.TabularEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected gradient over every possible group, against the gradient of the expected reward: the
 * strongest test that a page gets the credit its answer earned.
 */
final class ExactGradientTest {
  private static final int SYMBOLS = 3;
  private static final double[] PAGE = {.2, -.5, .9};
  private static final double[][] ANSWER = {{.1, .4, -.3}, {-.6, 0, .5}, {.7, -.2, .3}};
  private static final double[][] REWARD = {{1, 0, .3}, {0, .8, 0}, {.1, .5, 1}};

  /** Parameters: logits of the page, then of the answer by page. */
  private final double[] page = TabularEngine.softmax(PAGE, 1);

  private final double[][] answer =
      Arrays.stream(ANSWER).map(row -> TabularEngine.softmax(row, 1)).toArray(double[][]::new);

  @ParameterizedTest
  @CsvSource({"2, MEAN", "3, MEAN", "2, LEAVE_ONE_OUT", "3, LEAVE_ONE_OUT"})
  void overAllGroups_isTheGradientOfTheReward(int size, Baseline baseline) {
    var expected = new double[SYMBOLS * (SYMBOLS + 1)];
    int outcomes = SYMBOLS * SYMBOLS;
    for (int group = 0; group < Math.pow(outcomes, size); group++) {
      addGroup(group, size, baseline, expected);
    }
    double share = baseline == Baseline.MEAN ? 1 - 1.0 / size : 1;
    double[] exact = Arrays.stream(rewardGradient()).map(g -> g * share).toArray();
    assertThat(expected).containsExactly(exact, within(1e-12));
  }

  private void addGroup(int number, int size, Baseline baseline, double[] expected) {
    var pages = new int[size];
    var answers = new int[size];
    double probability = 1;
    var rewards = new double[size];
    for (int i = 0, rest = number; i < size; i++, rest /= SYMBOLS * SYMBOLS) {
      pages[i] = rest % SYMBOLS;
      answers[i] = rest / SYMBOLS % SYMBOLS;
      probability *= page[pages[i]] * answer[pages[i]][answers[i]];
      rewards[i] = REWARD[pages[i]][answers[i]];
    }
    double[] advantages = Advantages.of(rewards, baseline).values();
    List<LossRow> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(row(advantages[i], page[pages[i]]));
      rows.add(row(advantages[i], answer[pages[i]][answers[i]]));
    }
    var loss = new GrpoLoss(rows, GrpoConfig.DEFAULT.withKlWeight(0));
    for (int i = 0; i < size; i++) {
      double toPage = gradient(loss, rows, 2 * i);
      double toAnswer = gradient(loss, rows, 2 * i + 1);
      // The token-mean divides by 2 G tokens, the estimate by G rollouts.
      chain(expected, 0, page, pages[i], -2 * probability * toPage);
      int at = SYMBOLS * (1 + pages[i]);
      chain(expected, at, answer[pages[i]], answers[i], -2 * probability * toAnswer);
    }
  }

  private static LossRow row(double advantage, double probability) {
    return new LossRow(advantage, new double[] {Math.log(probability)}, new double[0]);
  }

  private static double gradient(GrpoLoss loss, List<LossRow> rows, int row) {
    var gradient = new double[1];
    loss.apply(row, rows.get(row).old(), gradient);
    return gradient[0];
  }

  /** From a log-probability to the logits it came from. */
  private static void chain(double[] out, int at, double[] p, int chosen, double gradient) {
    for (int v = 0; v < SYMBOLS; v++) {
      out[at + v] += gradient * ((v == chosen ? 1 : 0) - p[v]);
    }
  }

  private double[] rewardGradient() {
    var gradient = new double[SYMBOLS * (SYMBOLS + 1)];
    for (int m = 0; m < SYMBOLS; m++) {
      for (int a = 0; a < SYMBOLS; a++) {
        double weighed = page[m] * answer[m][a] * REWARD[m][a];
        chain(gradient, 0, page, m, weighed);
        chain(gradient, SYMBOLS * (1 + m), answer[m], a, weighed);
      }
    }
    return gradient;
  }
}
