package dev.rapport.train.torch;

import dev.rapport.train.TrainException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Threads that libtorch works on, each always the same: scopes and settings belong to a thread. */
final class TorchWorkers implements AutoCloseable {
  private final List<ExecutorService> threads = new ArrayList<>();

  TorchWorkers(int count) {
    for (int i = 0; i < count; i++) {
      String name = "torch-" + i;
      ExecutorService thread =
          Executors.newSingleThreadExecutor(
              work -> Thread.ofPlatform().daemon().name(name).unstarted(work));
      threads.add(thread);
      get(
          thread.submit(
              () -> {
                torch.set_num_threads(1);
                openblas_nolapack.blas_set_num_threads(1);
                return true;
              }));
    }
  }

  int count() {
    return threads.size();
  }

  /** Runs one task on each thread; returns their results in order. */
  <T> List<T> all(IntFunction<T> task) {
    var futures = new ArrayList<Future<T>>();
    for (int i = 0; i < threads.size(); i++) {
      int worker = i;
      futures.add(threads.get(i).submit(() -> task.apply(worker)));
    }
    var results = new ArrayList<T>();
    for (Future<T> future : futures) {
      results.add(get(future));
    }
    return results;
  }

  /** Runs a task on the first thread. */
  <T> T first(Callable<T> task) {
    return get(threads.getFirst().submit(task));
  }

  private static <T> T get(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true; // native work cannot be left half done
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof TrainException known) {
        throw known;
      }
      throw new TrainException("libtorch failed: " + cause.getMessage(), cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
