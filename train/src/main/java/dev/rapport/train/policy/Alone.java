package dev.rapport.train.policy;

/** One process, which is all there is. */
public enum Alone implements Replicas {
  ALONE;

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void sum(float[] values) {
    // One summand.
  }

  @Override
  public void sum(double[] values) {
    // One summand.
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
