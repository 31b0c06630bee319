package dev.rapport.architecture.bad.demo;

import ai.djl.ndarray.NDArray;

/** An outer module that goes past the one that owns a library. */
public final class SeesVectors {
  public final Class<?> library = NDArray.class;
}
