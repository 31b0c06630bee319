package dev.rapport.chunk;

import dev.rapport.text.TokenCounter;

/** Every five characters a token: counts the longest text at once. */
final class FiveCharacterTokens implements TokenCounter {
  private static final int LENGTH = 5;

  @Override
  public String name() {
    return "five characters";
  }

  @Override
  public int count(CharSequence text) {
    return Math.ceilDiv(text.length(), LENGTH);
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    return Math.min(text.length(), from + LENGTH * maxTokens);
  }
}
