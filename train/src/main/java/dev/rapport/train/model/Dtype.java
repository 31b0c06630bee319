package dev.rapport.train.model;

import java.util.Arrays;
import java.util.Optional;

/** How a number is stored in a file; little-endian. */
public enum Dtype {
  F32(4, "float32"),
  F16(2, "float16"),
  BF16(2, "bfloat16");

  private final int bytes;
  private final String torchName;

  Dtype(int bytes, String torchName) {
    this.bytes = bytes;
    this.torchName = torchName;
  }

  static Optional<Dtype> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Size of one number. */
  public int bytes() {
    return bytes;
  }

  /** As {@code torch_dtype} of config.json says it. */
  public String torchName() {
    return torchName;
  }

  static float fromBf16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** To the nearest, ties to even; NaN stays NaN. */
  static short toBf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | 0x40);
    }
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }
}
