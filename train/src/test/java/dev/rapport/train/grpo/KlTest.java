package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.tabular.TabularEngine;
import org.junit.jupiter.api.Test;

final class KlTest {
  @Test
  void givenGoldenDifferences_isTheGoldenPenalty() {
    assertThat(Kl.loss(.5, 0)).isCloseTo(.106531, within(5e-7));
    assertThat(Kl.loss(-.5, 0)).isCloseTo(.148721, within(5e-7));
    assertThat(Kl.loss(-1.3, -1.3)).isZero();
    assertThat(Kl.gradient(-1.3, -1.3)).isZero();
    assertThat(Kl.gradient(-.5, 0)).isCloseTo(1 - Math.exp(.5), within(1e-15));
  }

  @Test
  void givenADifferenceBeyondTheBound_pullsNoMore() {
    assertThat(Kl.gradient(-2.6108, 0)).isNegative();
    assertThat(Kl.loss(-2.6108, 0)).isLessThan(10);
    assertThat(Kl.loss(-2.611, 0)).isEqualTo(10);
    assertThat(Kl.gradient(-2.611, 0)).isZero();
    assertThat(Kl.gradient(-2.62, 0)).isZero();
    assertThat(Kl.gradient(11.1, 0)).isZero();
    assertThat(Kl.gradient(-100, 0)).isZero();
  }

  @Test
  void overAWholeVocabulary_averagesToTheDivergence() {
    double[] here = TabularEngine.softmax(new double[] {.3, -1, .8, 0}, 1);
    double[] start = TabularEngine.softmax(new double[] {0, .4, -.2, .1}, 1);
    double mean = 0;
    double divergence = 0;
    for (int v = 0; v < here.length; v++) {
      mean += here[v] * Kl.loss(Math.log(here[v]), Math.log(start[v]));
      divergence += here[v] * Math.log(here[v] / start[v]);
    }
    assertThat(mean).isCloseTo(divergence, within(1e-12));
  }
}
