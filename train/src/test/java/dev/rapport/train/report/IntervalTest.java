package dev.rapport.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class IntervalTest {
  @Test
  void overSeeds_isStudents() {
    Interval interval = Interval.ofSeeds(.5, .6, .7);
    assertThat(interval.mean()).isCloseTo(.6, within(1e-12));
    assertThat(interval.high() - interval.mean())
        .isCloseTo(4.303 * .1 / Math.sqrt(3), within(1e-9));
  }

  @Test
  void overOneSeed_isAPoint() {
    assertThat(Interval.ofSeeds(.4)).isEqualTo(new Interval(.4, .4, .4));
  }

  @Test
  void onlyShares_areCut() {
    Interval gain = Interval.ofValues(-2, 4);
    assertThat(gain.mean()).isEqualTo(1);
    assertThat(gain.low()).isCloseTo(1 - 12.706 * 3, within(1e-9));
    assertThat(Interval.ofSeeds(.1, .9).low()).isZero();
    assertThat(Interval.ofSeeds(.1, .9).high()).isEqualTo(1);
  }

  @Test
  void ofAShare_isWilsons() {
    Interval interval = Interval.ofShare(45, 50);
    assertThat(interval.low()).isCloseTo(.7864, within(1e-3));
    assertThat(interval.high()).isCloseTo(.9565, within(1e-3));
  }
}
