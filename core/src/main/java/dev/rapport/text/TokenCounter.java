package dev.rapport.text;

/** Counts tokens the way one named tokenizer does. Safe for several threads. */
public interface TokenCounter {
  /** The name stored with whatever was counted, {@code o200k} or {@code qwen3} for instance. */
  String name();

  /** Tokens in the text; control tokens spelled out in it count as the text they are. */
  int count(CharSequence text);

  /**
   * The end of the longest piece that starts at {@code from} and has at most {@code maxTokens}
   * tokens. Never splits a surrogate pair. Advances by at least one code point, so that a loop over
   * it ends.
   *
   * @param from 0 to {@code text.length()}
   * @param maxTokens at least 1
   * @return {@code from} to {@code text.length()}; {@code from} only when it is the text's end
   */
  int fit(String text, int from, int maxTokens);
}
