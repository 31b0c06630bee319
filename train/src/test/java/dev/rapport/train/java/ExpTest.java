package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

final class ExpTest {
  @Test
  void exp_isRightToTheLastBitsAndTheSameInVectors() {
    var lanes = new float[Panels.LANES.length()];
    for (float x = -86.5f; x < 87.5f; x += 0.00731f) {
      float y = Exp.of(x);
      double expected = Math.exp(x);
      assertThat((double) y).isCloseTo(expected, within(2e-7 * expected));
      Arrays.fill(lanes, x);
      Exp.of(FloatVector.fromArray(Panels.LANES, lanes, 0)).intoArray(lanes, 0);
      assertThat(lanes[lanes.length - 1]).isEqualTo(y);
    }
  }

  @Test
  void exp_ofExtremes_isFiniteAndOfNothingIsNothing() {
    assertThat(Exp.of(Float.NEGATIVE_INFINITY)).isLessThan(1e-37f).isNotNegative();
    assertThat(Exp.of(-1e30f)).isLessThan(1e-37f).isNotNegative();
    assertThat(Exp.of(0)).isEqualTo(1);
    assertThat(Exp.of(Float.NaN)).isNaN();
  }
}
