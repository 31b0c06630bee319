package dev.rapport.local.embed;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Loads the encoder at the first text. A lock, not synchronized: loading must not pin a thread. */
final class LazyEncoder {
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable BertEncoder encoder;

  Reading read(String text) {
    return encoder().read(text);
  }

  private BertEncoder encoder() {
    BertEncoder loaded = encoder;
    if (loaded != null) {
      return loaded;
    }
    loading.lock();
    try {
      BertEncoder checkedAgain = encoder;
      if (checkedAgain == null) {
        checkedAgain = BertEncoder.load();
        encoder = checkedAgain;
      }
      return checkedAgain;
    } finally {
      loading.unlock();
    }
  }
}
