package dev.rapport.store;

import java.util.Arrays;

/** Times of one kind of operation, for one thread; put together at the end. */
final class Latencies {
  private static final double NANOS_PER_MICRO = 1000;

  private long[] nanos = new long[1 << 12];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  static Latencies together(Iterable<Latencies> parts) {
    Latencies all = new Latencies();
    for (Latencies part : parts) {
      for (int i = 0; i < part.count; i++) {
        all.add(part.nanos[i]);
      }
    }
    Arrays.sort(all.nanos, 0, all.count);
    return all;
  }

  int count() {
    return count;
  }

  /** In microseconds; of what {@link #together} gave. */
  double micros(double share) {
    return nanos[Math.min(count - 1, (int) (share * count))] / NANOS_PER_MICRO;
  }
}
