package dev.rapport.train.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DtypeTest {
  @Test
  void bf16_roundsToTheNearestAndTiesToEven() {
    assertThat(Dtype.toBf16(0x1.01p0f)).isEqualTo((short) 0x3F80); // halfway, down to even
    assertThat(Dtype.toBf16(0x1.03p0f)).isEqualTo((short) 0x3F82); // halfway, up to even
    assertThat(Dtype.toBf16(1.0040f)).isEqualTo((short) 0x3F81);
    assertThat(Dtype.toBf16(Float.MAX_VALUE)).isEqualTo((short) 0x7F80);
    assertThat(Dtype.fromBf16(Dtype.toBf16(Float.NaN))).isNaN();
    assertThat(Dtype.fromBf16(Dtype.toBf16(Float.intBitsToFloat(0x7F800001)))).isNaN();
    assertThat(Dtype.fromBf16(Dtype.toBf16(Float.NEGATIVE_INFINITY)))
        .isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void everyBf16_survivesTheWayThereAndBack() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Dtype.fromBf16((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(Dtype.toBf16(value)).isEqualTo((short) bits);
      }
    }
  }
}
