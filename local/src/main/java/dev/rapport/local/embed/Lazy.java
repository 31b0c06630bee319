package dev.rapport.local.embed;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads something at its first use. A lock, not synchronized: loading must not pin a thread. */
final class Lazy<T> {
  private final ReentrantLock loading = new ReentrantLock();
  private final Supplier<T> load;
  private volatile @Nullable T loaded;

  Lazy(Supplier<T> load) {
    this.load = load;
  }

  T get() {
    T there = loaded;
    if (there != null) {
      return there;
    }
    loading.lock();
    try {
      T checkedAgain = loaded;
      if (checkedAgain == null) {
        checkedAgain = load.get();
        loaded = checkedAgain;
      }
      return checkedAgain;
    } finally {
      loading.unlock();
    }
  }
}
