package dev.rapport.chunk;

import dev.rapport.text.TokenCounter;

/**
 * A token is a run of at most eight letters or digits, or any other character that is no white
 * space. Remembers how many characters it was handed.
 */
final class CountingWords implements TokenCounter {
  private static final int LONGEST = 8;

  private long characters;

  long characters() {
    return characters;
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public int count(CharSequence text) {
    characters += text.length();
    int tokens = 0;
    for (int at = 0; at < text.length(); ) {
      int end = tokenEnd(text, at);
      tokens += isToken(text, at) ? 1 : 0;
      at = end;
    }
    return tokens;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    int left = maxTokens;
    int at = from;
    while (at < text.length() && (left > 0 || !isToken(text, at))) {
      left -= isToken(text, at) ? 1 : 0;
      at = tokenEnd(text, at);
    }
    characters += at - from;
    return at;
  }

  private static boolean isToken(CharSequence text, int at) {
    return !Character.isWhitespace(text.charAt(at));
  }

  private static int tokenEnd(CharSequence text, int at) {
    int end = at + 1;
    while (Character.isLetterOrDigit(text.charAt(at))
        && end < Math.min(text.length(), at + LONGEST)
        && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
