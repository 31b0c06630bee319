package dev.rapport.provider.openai;

/** Which of the protocol's sampling fields a model takes. */
public enum Dialect {
  /** {@code max_tokens}, {@code temperature}, {@code stop}: nearly everybody. */
  STANDARD,
  /**
   * {@code max_completion_tokens}, and neither {@code temperature} nor {@code stop}: OpenAI's
   * reasoning models answer 400 to those.
   */
  REASONING;

  /** What a model of this name at OpenAI takes. */
  static Dialect ofOpenAi(String model) {
    boolean reasons = model.matches("o\\d.*|gpt-5.*") && !model.contains("chat");
    return reasons ? REASONING : STANDARD;
  }
}
