package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.MemoryNote;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.person.UserId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks pages up, and never keeps a request waiting or failing for it. */
final class Notes {
  private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

  /**
   * Asks for nothing in particular: were the question in the recall, the note would change with
   * every message and no provider's cache would hold.
   */
  private static final Query ANYTHING = new Query("*");

  private static final int MOST_LOOKUPS = 512;

  private final Executor threads;
  private final Duration patience;
  private final Semaphore places = new Semaphore(MOST_LOOKUPS);

  Notes(Executor threads, Duration patience) {
    this.threads = threads;
    this.patience = patience;
  }

  Note of(AssistantMemory memory, UserId user) {
    if (!places.tryAcquire()) {
      return new Note.None("memory is busy");
    }
    // A lookup that takes too long goes on: what it warms up serves the next request.
    CompletableFuture<String> looked =
        CompletableFuture.supplyAsync(() -> lookUp(memory, user), threads)
            .whenComplete((text, failed) -> places.release());
    try {
      String text = looked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return text.isEmpty() ? new Note.None("the page is empty") : new Note.Found(text);
    } catch (TimeoutException slow) {
      LOG.warn("proxy note=none cause=slow patienceMillis={}", patience.toMillis());
      return new Note.None("memory took longer than %d ms".formatted(patience.toMillis()));
    } catch (ExecutionException e) {
      LOG.warn("proxy note=none cause={}", String.valueOf(e.getCause()).split("[:\\n]", 2)[0]);
      return new Note.None("memory is down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Note.None("the server is stopping");
    }
  }

  private static String lookUp(AssistantMemory memory, UserId user) {
    Recall recall = memory.recall(user, ANYTHING);
    return MemoryNote.of(recall);
  }
}
