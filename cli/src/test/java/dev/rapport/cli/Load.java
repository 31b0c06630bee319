package dev.rapport.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Clients that ask again and again, each as soon as it has its answer, and how long that took. */
final class Load {
  private Load() {}

  /** One request of a client. */
  interface Request {
    void send(SplittableRandom random) throws IOException, InterruptedException;
  }

  /** Times of all requests, in nanoseconds, in order of their length. */
  record Times(long[] sorted, double seconds) {
    private double millis(double share) {
      return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    double perSecond() {
      return sorted.length / seconds;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f a second, p50 %.2f ms, p99 %.2f ms (%,d)",
          perSecond(),
          millis(0.5),
          millis(0.99),
          sorted.length);
    }
  }

  static Times run(int clients, int seconds, Request request) throws Exception {
    long began = System.nanoTime();
    long end = began + TimeUnit.SECONDS.toNanos(seconds);
    List<Callable<long[]>> each = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      SplittableRandom random = new SplittableRandom(client);
      each.add(() -> until(end, random, request));
    }
    List<long[]> parts = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      for (Future<long[]> part : pool.invokeAll(each)) {
        parts.add(part.get());
      }
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Times(all, (System.nanoTime() - began) / 1e9);
  }

  private static long[] until(long end, SplittableRandom random, Request request)
      throws IOException, InterruptedException {
    LongStream.Builder times = LongStream.builder();
    for (long now = System.nanoTime(); now < end; ) {
      request.send(random);
      long after = System.nanoTime();
      times.add(after - now);
      now = after;
    }
    return times.build().toArray();
  }
}
