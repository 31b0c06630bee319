package dev.rapport.work;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.ModelRole;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;
import dev.rapport.work.LedgerEntry.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Calls for one scope and role: journal, lease, limiter, one attempt, ledger, journal again, and
 * only then the reply is used.
 *
 * <p>A refusal to serve waits at the limiter's gate and spends no retry. A reply that broke off
 * after pieces of it were told is not tried again: another attempt would tell another reply, and
 * whoever listens cannot take back the first.
 */
final class PaidCalls implements Calls {
  private static final int CHARS_PER_TOKEN = 4;

  private final String scope;
  private final ModelRole role;
  private final LanguageModel model;
  private final Lease lease;
  private final CallJournal journal;
  private final CallLimiter limiter;
  private final AttemptBook book;
  private final CallConfig config;
  private final WorkTime time;
  private final Backoff pauses;

  PaidCalls(
      String scope,
      ModelRole role,
      LanguageModel model,
      Lease lease,
      CallJournal journal,
      CallLimiter limiter,
      AttemptBook book,
      CallConfig config,
      WorkTime time,
      Backoff pauses) {
    this.scope = scope;
    this.role = role;
    this.model = model;
    this.lease = lease;
    this.journal = journal;
    this.limiter = limiter;
    this.book = book;
    this.config = config;
    this.time = time;
    this.pauses = pauses;
  }

  @Override
  public ChatReply call(String step, ChatRequest request) {
    CallKey key = key(step, request);
    return journal
        .find(key)
        .orElseGet(() -> pay(key, request, () -> model.chat(request), () -> false));
  }

  @Override
  public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
    CallKey key = key(step, request);
    Optional<ChatReply> kept = journal.find(key);
    if (kept.isPresent()) {
      listener.onText(kept.get().text());
      return kept.get();
    }
    Told told = new Told(listener);
    return pay(key, request, () -> model.stream(request, told), told::anything);
  }

  private CallKey key(String step, ChatRequest request) {
    return new CallKey(scope, step, CallHash.of(model.name(), request));
  }

  /** Attempts until one is answered, retries are spent, or the deadline is near. */
  private ChatReply pay(
      CallKey key, ChatRequest request, Supplier<ChatReply> attempt, BooleanSupplier told) {
    long deadline = time.nanos() + config.deadline().toNanos();
    String lastFailure = "it was not called once";
    int failures = 0;
    for (int number = 1; ; number++) {
      CallLimiter.Permit permit = leave(key.step(), request, deadline, lastFailure);
      try {
        return attempt(key, number, permit, attempt);
      } catch (ModelException e) {
        if (told.getAsBoolean() || !isWorthRetrying(e.kind())) {
          throw e;
        }
        if (e.kind() != Kind.THROTTLED) {
          failures++;
          pauseBeforeRetry(e, failures, deadline);
        }
        lastFailure = String.valueOf(e.getMessage());
      }
    }
  }

  private static boolean isWorthRetrying(Kind kind) {
    return switch (kind) {
      case THROTTLED, UNAVAILABLE, MALFORMED -> true;
      case REJECTED, MISCONFIGURED, CANCELLED -> false;
    };
  }

  /** Leave to pay for one attempt. The lease is asked last, since waiting may have taken long. */
  private CallLimiter.Permit leave(
      String step, ChatRequest request, long deadline, String lastFailure) {
    requireLease(step);
    CallLimiter.Permit permit =
        acquire(step, request, deadline)
            .orElseThrow(
                () ->
                    new ModelException(
                        Kind.THROTTLED,
                        "step \"%s\" got no leave to call %s within %s; the last time: %s"
                            .formatted(step, model.name(), config.deadline(), lastFailure)));
    if (!lease.ours()) {
      permit.ended();
      throw new LeaseLostException(step);
    }
    return permit;
  }

  private Optional<CallLimiter.Permit> acquire(String step, ChatRequest request, long deadline) {
    try {
      return limiter.acquire(estimate(request), deadline);
    } catch (InterruptedException e) {
      throw cancelled(step, e);
    }
  }

  private void requireLease(String step) {
    if (!lease.ours()) {
      throw new LeaseLostException(step);
    }
  }

  private ChatReply attempt(
      CallKey key, int number, CallLimiter.Permit permit, Supplier<ChatReply> attempt) {
    AttemptBook.Attempt entry =
        new AttemptBook.Attempt(scope, key.step(), role, model.name(), number, time.nanos());
    ChatReply reply = answer(entry, permit, attempt);
    try {
      book.record(entry, Outcome.ANSWERED, reply.usage());
    } finally {
      keep(key, reply, permit);
    }
    return reply;
  }

  /**
   * Stores the reply, since it is paid for, also if the ledger fails. Only then may another call
   * leave, so that no more replies than calls at once can be lost to a crash.
   */
  private void keep(CallKey key, ChatReply reply, CallLimiter.Permit permit) {
    try {
      journal.store(key, reply);
    } finally {
      permit.served(reply.usage().input() + reply.usage().output());
    }
  }

  private ChatReply answer(
      AttemptBook.Attempt entry, CallLimiter.Permit permit, Supplier<ChatReply> attempt) {
    Outcome outcome = Outcome.UNAVAILABLE;
    Usage usage = Usage.UNREPORTED;
    Duration retryAfter = Duration.ZERO;
    boolean answered = false;
    try {
      ChatReply reply = attempt.get();
      answered = true;
      return reply;
    } catch (ModelException e) {
      outcome = AttemptBook.outcome(e.kind());
      usage = e.usage();
      retryAfter = e.retryAfter();
      throw e;
    } finally {
      // Also when the model or the listener fails in a way of its own.
      if (!answered) {
        giveBack(permit, outcome, retryAfter);
        book.record(entry, outcome, usage);
      }
    }
  }

  private static void giveBack(CallLimiter.Permit permit, Outcome outcome, Duration retryAfter) {
    if (outcome == Outcome.THROTTLED) {
      permit.refused(retryAfter);
    } else {
      permit.ended();
    }
  }

  private void pauseBeforeRetry(ModelException failure, int failures, long deadline) {
    if (failures > config.retries()) {
      throw failure;
    }
    Duration pause = pauses.after(failures);
    if (failure.retryAfter().compareTo(pause) > 0) {
      pause = failure.retryAfter();
    }
    if (pause.toNanos() > deadline - time.nanos()) {
      throw failure;
    }
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      throw cancelled("retry", e);
    }
  }

  private ModelException cancelled(String step, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ModelException(
        Kind.CANCELLED, "step \"%s\" was cancelled while it waited".formatted(step), e);
  }

  /** Letters sent, at the usual four a token, and all the tokens the reply may have. */
  private static long estimate(ChatRequest request) {
    long letters = 0;
    for (ChatMessage message : request.messages()) {
      letters += message.content().length();
    }
    return letters / CHARS_PER_TOKEN + request.maxTokens();
  }

  /** Notes whether anything was told. */
  private static final class Told implements ReplyListener {
    private final ReplyListener listener;
    private boolean anything;

    Told(ReplyListener listener) {
      this.listener = listener;
    }

    boolean anything() {
      return anything;
    }

    @Override
    public void onText(String piece) {
      anything = true;
      listener.onText(piece);
    }

    @Override
    public void onThinking(String piece) {
      anything = true;
      listener.onThinking(piece);
    }
  }
}
