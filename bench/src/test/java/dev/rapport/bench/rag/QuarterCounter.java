package dev.rapport.bench.rag;

import dev.rapport.text.TokenCounter;

/** Counts a token for every four characters begun. */
final class QuarterCounter implements TokenCounter {
  private static final int CHARACTERS = 4;

  @Override
  public String name() {
    return "quarters";
  }

  @Override
  public int count(CharSequence text) {
    return (text.length() + CHARACTERS - 1) / CHARACTERS;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    int end = Math.min(text.length(), from + maxTokens * CHARACTERS);
    boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return splits ? end - 1 : end;
  }
}
