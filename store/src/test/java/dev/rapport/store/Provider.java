package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.Usage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A model that answers a hash of what it is asked, counts, is slow, and refuses what is too much.
 */
final class Provider implements LanguageModel {
  /** Asked this, it answers 422. */
  static final String POISON = "poison";

  private static final Duration TAKES = Duration.ofMillis(15);

  final Map<String, Integer> asked = new ConcurrentHashMap<>();
  final AtomicInteger answered = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final int cap;

  Provider(int cap) {
    this.cap = cap;
  }

  static String answerTo(String question) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "provider-1";
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    String text = answer(request.messages().getLast().content());
    return new ChatReply(text, "", FinishReason.STOP, Usage.of(10, 5), name());
  }

  String answer(String question) {
    try {
      if (inFlight.incrementAndGet() > cap) {
        refused.incrementAndGet();
        throw new ModelException(Kind.THROTTLED, "429", Duration.ofMillis(5), Usage.UNREPORTED);
      }
      asked.merge(question, 1, Integer::sum);
      LockSupport.parkNanos(TAKES.toNanos());
      if (question.contains(POISON)) {
        throw new ModelException(Kind.REJECTED, "422");
      }
      answered.incrementAndGet();
      return answerTo(question);
    } finally {
      inFlight.decrementAndGet();
    }
  }
}
