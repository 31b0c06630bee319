package dev.rapport.tokens;

import com.knuddels.jtokkit.api.Encoding;
import dev.rapport.text.TokenCounter;
import java.text.Normalizer;
import java.util.List;

/**
 * The token counters by name. Each loads its vocabulary once, when it first counts, and is safe for
 * several threads.
 */
public final class TokenCounters {
  private static final TokenCounter O200K =
      new BpeCounter("o200k", () -> O200kHolder.ENCODING, text -> text);
  private static final TokenCounter QWEN3 =
      new BpeCounter(
          "qwen3",
          () -> QwenHolder.ENCODING,
          text -> Normalizer.normalize(text, Normalizer.Form.NFC));
  private static final List<TokenCounter> ALL = List.of(O200K, QWEN3);

  private TokenCounters() {}

  /** OpenAI's o200k_base, as GPT-4o and later count. */
  public static TokenCounter o200k() {
    return O200K;
  }

  /** The tokenizer that Qwen2, Qwen2.5 and Qwen3 share, without its control tokens. */
  public static TokenCounter qwen3() {
    return QWEN3;
  }

  /**
   * @param name one of {@link #names()}
   */
  public static TokenCounter named(String name) {
    return ALL.stream()
        .filter(counter -> counter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "token counter \"%s\" is unknown; use one of %s".formatted(name, names())));
  }

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().map(TokenCounter::name).toList();
  }

  // The JVM runs a class's initializer once, on first use, under a lock: lazy and thread safe.

  private static final class O200kHolder {
    static final Encoding ENCODING = Vocabularies.o200k();
  }

  private static final class QwenHolder {
    static final Encoding ENCODING = Vocabularies.qwen();
  }
}
