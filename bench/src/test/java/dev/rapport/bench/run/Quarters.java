package dev.rapport.bench.run;

import dev.rapport.text.TokenCounter;

/** Counts a token for every four characters begun. */
final class Quarters implements TokenCounter {
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
    return Math.min(text.length(), from + maxTokens * CHARACTERS);
  }
}
