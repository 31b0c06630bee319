package dev.rapport.data.build;

import dev.rapport.text.TokenCounter;

/** A token a word, for tests that must not load a vocabulary. */
final class WordCounter implements TokenCounter {
  @Override
  public String name() {
    return "words";
  }

  @Override
  public int count(CharSequence text) {
    String stripped = text.toString().strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    throw new UnsupportedOperationException("building never cuts");
  }
}
