package dev.rapport.text;

/** A counter for tests: every run of characters between white space is a token. */
public final class WordCounter implements TokenCounter {
  public static final String NAME = "words";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int count(CharSequence text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (!space && !inWord) {
        words++;
      }
      inWord = !space;
    }
    return words;
  }

  @Override
  public int fit(String text, int from, int maxTokens) {
    int words = 0;
    boolean inWord = false;
    for (int i = from; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (!space && !inWord && ++words > maxTokens) {
        return i;
      }
      inWord = !space;
    }
    return text.length();
  }
}
