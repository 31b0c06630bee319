package dev.rapport.local.embed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the vectors of the texts used last, by hash, so that no text stays in memory for it. */
final class VectorCache {
  private final int capacity;
  private final LinkedHashMap<Key, float[]> byText = new LinkedHashMap<>(64, 0.75f, true);

  VectorCache(int capacity) {
    this.capacity = capacity;
  }

  /** Computes outside the lock: two threads may do the same work, none waits for another's. */
  float[] get(String text, Function<String, float[]> compute) {
    Key key = Key.of(text);
    float @Nullable [] kept = find(key);
    if (kept != null) {
      return kept;
    }
    float[] computed = compute.apply(text);
    keep(key, computed);
    return computed;
  }

  synchronized void clear() {
    byText.clear();
  }

  private synchronized float @Nullable [] find(Key key) {
    return byText.get(key);
  }

  private synchronized void keep(Key key, float[] vector) {
    byText.put(key, vector);
    if (byText.size() > capacity) {
      Map.Entry<Key, float[]> eldest = byText.firstEntry();
      byText.remove(eldest.getKey());
    }
  }

  /** The first 128 bits of the text's SHA-256. */
  private record Key(long high, long low) {
    static Key of(String text) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new Key(bytes.getLong(), bytes.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this JDK has no SHA-256, which every JDK must have", e);
      }
    }
  }
}
