package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.rollout.Exchange;
import dev.rapport.train.tabular.TabularEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UniqueTest {
  /** The second and the fourth say the same; the third says it with another share of prompt. */
  private static final List<Exchange> ROWS =
      List.of(
          exchange(new int[] {0, 1}, 2),
          exchange(new int[] {0}, 1, 2),
          exchange(new int[] {0, 1}, 2, 0),
          exchange(new int[] {0}, 1, 2),
          exchange(new int[] {0, 1}, 2));

  private static final double[] ADVANTAGES = {.5, -1, .25, 2, -.75};

  @Test
  void eachTextOnce_withAllThatSayIt() {
    Unique unique = Unique.of(ROWS);
    assertThat(unique.rows()).containsExactly(List.of(0, 4), List.of(1, 3), List.of(2));
    assertThat(unique.sequences()).extracting(one -> one.tokens().length).containsExactly(3, 3, 4);
    assertThat(unique.spread(new float[][] {{1}, {2}, {3}}))
        .isEqualTo(new float[][] {{1}, {2}, {3}, {2}, {1}});
  }

  @Test
  void lossAndGradient_areThoseOfAllRows() {
    var all = engine();
    double expected =
        all.accumulate(ROWS.stream().map(Exchange::sequence).toList(), 1, UniqueTest::loss);
    var once = engine();
    Unique unique = Unique.of(ROWS);
    double actual = once.accumulate(unique.sequences(), 1, unique.gather(UniqueTest::loss));
    assertThat(actual).isCloseTo(expected, within(1e-6));
    for (int[] context : List.of(new int[] {0}, new int[] {0, 1}, new int[] {0, 1, 2})) {
      assertThat(once.gradient(context)).containsExactly(all.gradient(context), within(1e-6));
    }
  }

  private static double loss(int row, float[] logProbs, float[] gradient) {
    double sum = 0;
    for (int t = 0; t < logProbs.length; t++) {
      sum -= ADVANTAGES[row] * logProbs[t];
      gradient[t] = (float) -ADVANTAGES[row];
    }
    return sum;
  }

  private static TabularEngine engine() {
    var engine = new TabularEngine(3);
    engine.put(new double[] {.3, -.2, .9}, 0);
    engine.put(new double[] {-.4, .1, 0}, 0, 1);
    return engine;
  }

  private static Exchange exchange(int[] prompt, int... response) {
    return new Exchange(prompt, response, new float[response.length], true);
  }
}
