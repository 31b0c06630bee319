package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.grpo.Advantages.Signal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AdvantagesTest {
  private static final double[] GOLDEN = {1, 0, 0, 1, 0, 0, 0, 0};

  @Test
  void givenTheGoldenRewards_areTheGoldenAdvantages() {
    assertThat(Advantages.of(GOLDEN, Baseline.MEAN).values())
        .containsExactly(.75, -.25, -.25, .75, -.25, -.25, -.25, -.25);
    double[] scaled = Advantages.of(GOLDEN, Baseline.SCALED).values();
    assertThat(scaled[0]).isCloseTo(1.620182, within(5e-7));
    assertThat(scaled[1]).isCloseTo(-.540061, within(5e-7));
    double[] others = Advantages.of(GOLDEN, Baseline.LEAVE_ONE_OUT).values();
    assertThat(others[0]).isCloseTo(.857143, within(5e-7));
    assertThat(others[1]).isCloseTo(-.285714, within(5e-7));
  }

  @ParameterizedTest
  @EnumSource(Baseline.class)
  void givenEqualRewards_areExactlyZero(Baseline baseline) {
    double[] equal = {.1, .1, .1, .1, .1, .1, .1};
    assertThat(Advantages.of(equal, baseline).values()).containsOnly(0.0);
    assertThat(Advantages.of(equal, baseline).signal()).isEqualTo(Signal.NONE);
  }

  @ParameterizedTest
  @EnumSource(Baseline.class)
  void givenOneRollout_isZeroAndNotItsReward(Baseline baseline) {
    Advantages alone = Advantages.of(new double[] {1}, baseline);
    assertThat(alone.values()).containsExactly(0.0);
    assertThat(alone.signal()).isEqualTo(Signal.ALONE);
  }

  @ParameterizedTest
  @EnumSource(Baseline.class)
  void givenAMissingReward_isZeroForTheWholeGroup(Baseline baseline) {
    Advantages failed = Advantages.of(new double[] {1, Double.NaN, 0}, baseline);
    assertThat(failed.values()).containsOnly(0.0);
    assertThat(failed.signal()).isEqualTo(Signal.FAILED);
  }

  @Test
  void givenRewardsThatDifferByRounding_doNotExplode() {
    double[] residue = {.1 + 1e-9, .1, .1, .1};
    double most =
        Arrays.stream(Advantages.of(residue, Baseline.SCALED).values())
            .map(Math::abs)
            .max()
            .orElseThrow();
    assertThat(most).isLessThan(1e-5);
  }

  @Test
  void givenNoRollouts_isRefused() {
    assertThatThrownBy(() -> Advantages.of(new double[0], Baseline.MEAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyGroup_sumToZeroAndForgetShiftsAndScales(long seed) {
    var random = new SplittableRandom(seed);
    double[] rewards = random.doubles(random.nextInt(2, 64), -1, 1).toArray();
    double[] shifted = Arrays.stream(rewards).map(r -> r + 3).toArray();
    double[] stretched = Arrays.stream(rewards).map(r -> r * 5).toArray();
    for (Baseline baseline : Baseline.values()) {
      double[] values = Advantages.of(rewards, baseline).values();
      assertThat(Arrays.stream(values).sum()).isCloseTo(0, within(1e-9));
      assertThat(Advantages.of(shifted, baseline).values()).containsExactly(values, within(1e-9));
      double factor = baseline == Baseline.SCALED ? 1 : 5;
      assertThat(Advantages.of(stretched, baseline).values())
          .containsExactly(Arrays.stream(values).map(v -> v * factor).toArray(), within(1e-5));
    }
  }

  private static LongStream seeds() {
    return LongStream.range(0, 20);
  }
}
