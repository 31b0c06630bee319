package dev.rapport.server.proxy;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands exchanges on to memories, behind the back of whoever was answered. */
final class Listening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int MOST_WAITING = 512;
  private static final int SECONDS_TO_END = 10;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final InstantSource clock;
  private final int mostReplyBytes;

  Listening(InstantSource clock, int mostReplyBytes) {
    this.clock = clock;
    this.mostReplyBytes = mostReplyBytes;
  }

  /**
   * @param conversation as the client names it; empty if it does not
   */
  void after(Memories.Hearer hearer, String conversation, Heard heard) {
    if (!places.tryAcquire()) {
      LOG.warn("proxy observed=false cause=busy waiting={}", MOST_WAITING);
      return;
    }
    Instant now = clock.instant();
    threads.execute(
        () -> {
          try {
            hearer.visitor().used(hearer.user());
            hearer
                .asked()
                .ifPresent(asked -> observe(hearer, said(asked, conversation, heard, now)));
          } catch (RuntimeException e) {
            // The edge of this thread: the words stay out of the log, so does the exception's text.
            LOG.warn("proxy observed=false cause={}", e.getClass().getName());
          } finally {
            places.release();
          }
        });
  }

  private static void observe(Memories.Hearer hearer, List<Message> said) {
    if (!said.isEmpty()) {
      hearer.memory().observe(hearer.user(), said);
    }
  }

  private List<Message> said(ChatBody asked, String conversation, Heard heard, Instant now) {
    String name = Conversations.name(asked, conversation);
    List<Message> said = new ArrayList<>();
    String question = asked.lastUserText();
    if (!question.isBlank()) {
      said.add(new Message(name, Role.USER, question, now));
    }
    if (heard instanceof Heard.Whole whole) {
      String answer = HeardText.of(whole, mostReplyBytes);
      if (!answer.isBlank()) {
        said.add(new Message(name, Role.ASSISTANT, answer, now));
      }
    }
    return said;
  }

  /** Waits a little for what is under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        LOG.warn("proxy observed=false cause=stopping");
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
