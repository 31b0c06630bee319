package dev.rapport.bench.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works on many things at once, each on a virtual thread, so many at a time. */
final class Crew {
  private final int atOnce;
  private final BooleanSupplier stopped;

  /**
   * @param stopped asked before each thing is begun; what is under way is finished
   */
  Crew(int atOnce, BooleanSupplier stopped) {
    this.atOnce = atOnce;
    this.stopped = stopped;
  }

  /**
   * Returns when all is done; after a failure nothing more is begun, and the first one is thrown.
   */
  <I> void each(Iterable<I> items, Consumer<I> work) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (I item : items) {
        places.acquireUninterruptibly();
        if (failure.get() != null || stopped.getAsBoolean()) {
          break;
        }
        threads.execute(
            () -> {
              try {
                work.accept(item);
              } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
              } finally {
                places.release();
              }
            });
      }
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
