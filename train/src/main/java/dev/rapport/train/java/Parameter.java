package dev.rapport.train.java;

import dev.rapport.train.model.Tensor;
import java.util.Arrays;
import java.util.List;

/** A weight, what it has gathered of the gradient, and Adam's moments. */
final class Parameter {
  private final String name;
  private final List<Integer> shape;
  private final float[] values;
  private final boolean learns;
  private float[] gradient = new float[0];
  private float[] mean = new float[0];
  private float[] square = new float[0];
  private int version;

  Parameter(String name, List<Integer> shape, float[] values) {
    this(name, shape, values, true);
  }

  private Parameter(String name, List<Integer> shape, float[] values, boolean learns) {
    this.name = name;
    this.shape = shape;
    this.values = values;
    this.learns = learns;
  }

  /** The very same values, which never change. */
  Parameter still() {
    return new Parameter(name, shape, values, false);
  }

  /** Whether it gathers a gradient. */
  boolean learns() {
    return learns;
  }

  String name() {
    return name;
  }

  List<Integer> shape() {
    return shape;
  }

  float[] values() {
    return values;
  }

  /** Counts the changes of the values. */
  int version() {
    return version;
  }

  void changed() {
    version++;
  }

  /** Made when first asked for: a frozen model needs none. */
  float[] gradient() {
    if (gradient.length == 0) {
      gradient = new float[values.length];
    }
    return gradient;
  }

  void clearGradient() {
    Arrays.fill(gradient, 0);
  }

  float[] mean() {
    if (mean.length == 0) {
      mean = new float[values.length];
    }
    return mean;
  }

  float[] square() {
    if (square.length == 0) {
      square = new float[values.length];
    }
    return square;
  }

  Tensor tensor() {
    return new Tensor(name, shape, values);
  }
}
