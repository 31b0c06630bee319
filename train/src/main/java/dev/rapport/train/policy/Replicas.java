package dev.rapport.train.policy;

/**
 * Processes that train one model together, each with all of its weights. All of them ask for the
 * same sums in the same order. For one thread at a time.
 */
public interface Replicas extends AutoCloseable {
  /** This one's number, from 0. */
  int rank();

  int size();

  /**
   * Puts the sum over all replicas in each place; all get the same bits.
   *
   * @throws dev.rapport.train.ReplicaLostException when another one is gone
   */
  void sum(float[] values);

  /** As the other. */
  void sum(double[] values);

  /** Whether this is the one that writes files and asks judges. */
  default boolean leads() {
    return rank() == 0;
  }

  @Override
  void close();
}
