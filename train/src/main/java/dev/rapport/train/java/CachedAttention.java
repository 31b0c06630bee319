package dev.rapport.train.java;

import static dev.rapport.train.java.Panels.LANES;

import java.util.List;
import java.util.function.IntConsumer;
import jdk.incubator.vector.FloatVector;

/**
 * {@link Attention} of one new token per sequence over its cache; the same sums in the same order.
 */
final class CachedAttention {
  private static final ThreadLocal<Buffer> SCORES = ThreadLocal.withInitial(Buffer::new);

  /** Fewer multiplications are not worth waking a thread for. */
  private static final long WORTH_SHARING = 1 << 19;

  private final Heads heads;

  CachedAttention(Heads heads) {
    this.heads = heads;
  }

  /** Row r of q, k, v and y belongs to cache r. */
  void forward(
      Workers workers,
      List<KvCache> caches,
      int layer,
      float[] q,
      float[] k,
      float[] v,
      float[] y) {
    long work = 0;
    for (KvCache cache : caches) {
      work += (long) cache.length() * heads.queryWidth();
    }
    int tasks = caches.size() * heads.keys();
    IntConsumer task =
        t -> {
          int row = t / heads.keys();
          int keyHead = t % heads.keys();
          KvCache cache = caches.get(row);
          cache.put(layer, keyHead, cache.length(), k, v, row);
          for (int g = 0; g < heads.group(); g++) {
            int at = row * heads.queryWidth() + (keyHead * heads.group() + g) * heads.size();
            attend(cache, layer, keyHead, q, y, at);
          }
        };
    if (work >= WORTH_SHARING) {
      workers.run(tasks, task);
    } else {
      for (int t = 0; t < tasks; t++) {
        task.accept(t);
      }
    }
  }

  private void attend(KvCache cache, int layer, int keyHead, float[] q, float[] y, int at) {
    int size = heads.size();
    int n = cache.length() + 1;
    float[] p = SCORES.get().take(cache.capacity());
    scores(q, at, cache.keys(layer), keyHead * size * cache.capacity(), cache.capacity(), n, p);
    float max = Softmax.max(p, 0, n);
    double sum = Softmax.exponentials(p, 0, n, max, heads.scale());
    mix(p, n, cache.values(layer), keyHead * cache.capacity() * size, y, at);
    float inverse = (float) (1 / sum);
    for (int d = at; d < at + size; d++) {
      y[d] *= inverse;
    }
  }

  /** {@code p[j] = q k[j]}, positions side by side. */
  private void scores(float[] q, int at, float[] k, int from, int stride, int n, float[] p) {
    int lanes = LANES.length();
    for (int j = 0; j < n; j += KvCache.STEP) {
      FloatVector s0 = FloatVector.zero(LANES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int d = 0; d < heads.size(); d++) {
        FloatVector x = FloatVector.broadcast(LANES, q[at + d]);
        int i = from + d * stride + j;
        s0 = x.fma(FloatVector.fromArray(LANES, k, i), s0);
        s1 = x.fma(FloatVector.fromArray(LANES, k, i + lanes), s1);
        s2 = x.fma(FloatVector.fromArray(LANES, k, i + 2 * lanes), s2);
        s3 = x.fma(FloatVector.fromArray(LANES, k, i + 3 * lanes), s3);
      }
      s0.intoArray(p, j);
      s1.intoArray(p, j + lanes);
      s2.intoArray(p, j + 2 * lanes);
      s3.intoArray(p, j + 3 * lanes);
    }
  }

  /** {@code y = sum of p[j] v[j]}, the parts of a head side by side. */
  private void mix(float[] p, int n, float[] v, int from, float[] y, int at) {
    int size = heads.size();
    int lanes = LANES.length();
    int d = 0;
    for (; d + 4 * lanes <= size; d += 4 * lanes) {
      FloatVector s0 = FloatVector.zero(LANES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int j = 0; j < n; j++) {
        FloatVector x = FloatVector.broadcast(LANES, p[j]);
        int i = from + j * size + d;
        s0 = x.fma(FloatVector.fromArray(LANES, v, i), s0);
        s1 = x.fma(FloatVector.fromArray(LANES, v, i + lanes), s1);
        s2 = x.fma(FloatVector.fromArray(LANES, v, i + 2 * lanes), s2);
        s3 = x.fma(FloatVector.fromArray(LANES, v, i + 3 * lanes), s3);
      }
      s0.intoArray(y, at + d);
      s1.intoArray(y, at + d + lanes);
      s2.intoArray(y, at + d + 2 * lanes);
      s3.intoArray(y, at + d + 3 * lanes);
    }
    for (; d < size; d++) {
      float s = 0;
      for (int j = 0; j < n; j++) {
        s = Math.fma(p[j], v[from + j * size + d], s);
      }
      y[at + d] = s;
    }
  }
}
