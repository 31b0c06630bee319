package dev.rapport.local.embed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what was read of the texts used last, by hash, so that no text stays in memory for it. */
final class TextCache<V> {
  private final int capacity;
  private final LinkedHashMap<Key, V> byText = new LinkedHashMap<>(64, 0.75f, true);

  TextCache(int capacity) {
    this.capacity = capacity;
  }

  /** Computes outside the lock: two threads may do the same work, none waits for another's. */
  V get(String text, Function<String, V> compute) {
    Key key = Key.of(text);
    @Nullable V kept = find(key);
    if (kept != null) {
      return kept;
    }
    V computed = compute.apply(text);
    keep(key, computed);
    return computed;
  }

  synchronized void clear() {
    byText.clear();
  }

  private synchronized @Nullable V find(Key key) {
    return byText.get(key);
  }

  private synchronized void keep(Key key, V value) {
    byText.put(key, value);
    if (byText.size() > capacity) {
      Map.Entry<Key, V> eldest = byText.firstEntry();
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
