package dev.rapport.tokens;

import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.IntArrayList;
import dev.rapport.text.TokenCounter;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Counts with a byte-pair encoding after a normal form.
 *
 * <p>{@link #fit} is the longest piece up to one token: a longer one can fit only by cutting within
 * the token that follows.
 */
final class BpeCounter implements TokenCounter {
  private static final int SMALLEST_WINDOW = 64;

  private final String name;
  private final Supplier<Encoding> encoding;
  private final UnaryOperator<String> normalForm;

  /**
   * @param encoding may be slow on its first call
   */
  BpeCounter(String name, Supplier<Encoding> encoding, UnaryOperator<String> normalForm) {
    this.name = name;
    this.encoding = encoding;
    this.normalForm = normalForm;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int count(CharSequence text) {
    String all = text.toString();
    int tokens = 0;
    for (int from = 0; from < all.length(); ) {
      int end = Stretches.end(all, from);
      tokens += countShort(all.substring(from, end));
      from = end;
    }
    return tokens;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    Objects.checkFromToIndex(from, text.length(), text.length());
    if (maxTokens < 1) {
      throw new IllegalArgumentException(
          "fit for %d tokens; ask for at least 1".formatted(maxTokens));
    }
    int left = maxTokens;
    int at = from;
    while (at < text.length()) {
      int stretchEnd = Stretches.end(text, at);
      while (at < stretchEnd) {
        int to = Stretches.shortEnd(text, at, stretchEnd);
        Reached reached = reach(text, at, to, left);
        if (reached.end < to) {
          return Math.max(reached.end, text.offsetByCodePoints(from, 1));
        }
        left -= reached.tokens;
        at = to;
      }
    }
    return at;
  }

  /** How far so many tokens go from one place to another; encodes little more than it must. */
  private Reached reach(String text, int from, int to, int maxTokens) {
    for (long size = SMALLEST_WINDOW + 2L * maxTokens; ; size *= 2) {
      int windowEnd = Positions.notInsideSurrogates(text, (int) Math.min(to, from + size));
      String window = text.substring(from, windowEnd);
      String normal = normalForm.apply(window);
      IntArrayList tokens = encoding.get().encodeOrdinary(normal);
      if (tokens.size() > maxTokens) {
        return new Reached(from + cut(window, normal, tokens, maxTokens), maxTokens);
      }
      if (windowEnd == to) {
        return new Reached(to, tokens.size());
      }
    }
  }

  /** The end of the first tokens; fewer of them when cut off they would count for more. */
  private int cut(String window, String normal, IntArrayList tokens, int maxTokens) {
    for (int kept = maxTokens; kept > 0; kept--) {
      int normalEnd = Positions.charactersIn(normal, bytesOf(tokens, kept));
      int end =
          normal.equals(window)
              ? Positions.betweenClusters(window, 0, normalEnd)
              : Positions.before(window, normalForm, normalEnd);
      if (countShort(window.substring(0, end)) <= maxTokens) {
        return end;
      }
    }
    return 0;
  }

  private int bytesOf(IntArrayList tokens, int kept) {
    var first = new IntArrayList(kept);
    for (int i = 0; i < kept; i++) {
      first.add(tokens.get(i));
    }
    return encoding.get().decodeBytes(first).length;
  }

  private int countShort(String text) {
    return encoding.get().countTokensOrdinary(normalForm.apply(text));
  }

  private record Reached(int end, int tokens) {}
}
