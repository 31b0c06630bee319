package dev.rapport.train.policy;

import java.util.List;

/**
 * Which rows of a batch are one replica's: a run of neighbours, since those of one group often read
 * the same text, and about as much work as everyone's.
 *
 * @param from its first row
 * @param to behind its last one
 */
record Share(int from, int to) {
  /**
   * @param work of each row
   */
  static Share of(Replicas replicas, long[] work) {
    long all = 0;
    for (long one : work) {
      all += one;
    }
    return new Share(
        cut(work, all, replicas.rank(), replicas.size()),
        cut(work, all, replicas.rank() + 1, replicas.size()));
  }

  /** The first row of which the better half lies behind this many parts of all work. */
  private static int cut(long[] work, long all, int parts, int size) {
    int row = 0;
    for (long before = 0; row < work.length; row++) {
      if ((2 * before + work[row]) * size >= 2 * all * parts) {
        break;
      }
      before += work[row];
    }
    return row;
  }

  boolean isEmpty() {
    return from == to;
  }

  <T> List<T> of(List<T> rows) {
    return rows.subList(from, to);
  }
}
