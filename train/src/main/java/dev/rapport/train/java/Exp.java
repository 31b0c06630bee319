package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@code exp} for many numbers: a power of two times a polynomial (Cephes), with the same bits in
 * vectors and alone. The JDK's own may round otherwise before and after the JIT has been there.
 */
final class Exp {
  private static final float LOWEST = -87f;
  private static final float HIGHEST = 88f;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = -0.6933594f;
  private static final float LN2_LOW = 2.1219444e-4f;

  /** Added to a number it leaves the nearest whole one in the last bits. */
  private static final float ROUND = 12_582_912f;

  private static final float P0 = 1.9875691e-4f;
  private static final float P1 = 1.3981999e-3f;
  private static final float P2 = 8.333452e-3f;
  private static final float P3 = 4.1665796e-2f;
  private static final float P4 = 0.16666666f;
  private static final float P5 = 0.5f;

  private Exp() {}

  static float of(float value) {
    float x = Math.max(LOWEST, Math.min(HIGHEST, value));
    float shifted = Math.fma(x, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, LN2_LOW, Math.fma(n, LN2_HIGH, x));
    float p = Math.fma(P0, r, P1);
    p = Math.fma(p, r, P2);
    p = Math.fma(p, r, P3);
    p = Math.fma(p, r, P4);
    p = Math.fma(p, r, P5);
    float y = Math.fma(p, r * r, r) + 1f;
    return Float.intBitsToFloat(
        Float.floatToRawIntBits(y) + (Float.floatToRawIntBits(shifted) << 23));
  }

  static FloatVector of(FloatVector value) {
    FloatVector x = value.min(HIGHEST).max(LOWEST);
    FloatVector shifted =
        x.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUND));
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.fma(FloatVector.broadcast(LANES, LN2_HIGH), x);
    r = n.fma(FloatVector.broadcast(LANES, LN2_LOW), r);
    FloatVector p = FloatVector.broadcast(LANES, P0).fma(r, FloatVector.broadcast(LANES, P1));
    p = p.fma(r, FloatVector.broadcast(LANES, P2));
    p = p.fma(r, FloatVector.broadcast(LANES, P3));
    p = p.fma(r, FloatVector.broadcast(LANES, P4));
    p = p.fma(r, FloatVector.broadcast(LANES, P5));
    FloatVector y = p.fma(r.mul(r), r).add(1f);
    IntVector power =
        shifted.viewAsIntegralLanes().lanewise(VectorOperators.LSHL, 23).reinterpretAsInts();
    return y.viewAsIntegralLanes()
        .reinterpretAsInts()
        .add(power)
        .viewAsFloatingLanes()
        .reinterpretAsFloats();
  }
}
