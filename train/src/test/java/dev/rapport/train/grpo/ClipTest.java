package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClipTest {
  private static final Clip CLIP = Clip.DEFAULT;

  @ParameterizedTest
  @CsvSource({
    "1, 1.1999, true",
    "1, 1.2001, false",
    "1, 0.01, true", //
    "-1, 0.8001, true",
    "-1, 0.7999, false",
    "-1, 2.9999, true",
    "-1, 3.0001, false"
  })
  void givenARatioBesideABoundary_learnsOnOneSideOnly(
      double advantage, double ratio, boolean learns) {
    double gradient = CLIP.gradient(advantage, Math.log(ratio), 0);
    assertThat(gradient != 0).isEqualTo(learns);
    if (learns) {
      assertThat(gradient).isCloseTo(-advantage * ratio, within(1e-12));
    }
  }

  @Test
  void givenAnExponentBeyondAllReason_staysFinite() {
    assertThat(Clip.ratio(1000, 0)).isEqualTo(Math.exp(20));
    assertThat(CLIP.gradient(-1, -1000, 0)).isZero();
    assertThat(CLIP.loss(-1, Clip.ratio(1000, 0))).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenWidened_clipsNoMore(long seed) {
    var random = new SplittableRandom(seed);
    Clip wider = new Clip(.4, .4, 3);
    for (int i = 0; i < 200; i++) {
      double ratio = Math.exp(random.nextDouble(-2, 2));
      double advantage = random.nextDouble(-2, 2);
      assertThat(wider.isClipped(advantage, ratio) && !CLIP.isClipped(advantage, ratio)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyToken_theGradientIsThatOfTheLoss(long seed) {
    var random = new SplittableRandom(seed);
    double h = 1e-6;
    for (int i = 0; i < 200; i++) {
      double logProb = random.nextDouble(-2, 2);
      double advantage = random.nextDouble(-2, 2);
      double up = CLIP.loss(advantage, Clip.ratio(logProb + h, 0));
      double down = CLIP.loss(advantage, Clip.ratio(logProb - h, 0));
      assertThat(CLIP.gradient(advantage, logProb, 0))
          .isCloseTo((up - down) / (2 * h), within(1e-6));
    }
  }

  @Test
  void givenBoundsOutOfRange_isRefused() {
    assertThatThrownBy(() -> new Clip(1.5, .2, 3)).hasMessageContaining("1.5");
  }

  private static LongStream seeds() {
    return LongStream.range(0, 5);
  }
}
