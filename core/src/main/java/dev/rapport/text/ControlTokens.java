package dev.rapport.text;

import com.google.re2j.Pattern;

/**
 * Spellings that some model or template takes for its own marks: {@code <|im_end|>}, {@code [INST]},
 * {@code <think>}. In a person's words they are only words, and are spelled so that no model takes
 * them for more.
 */
final class ControlTokens {
  private static final Pattern MARKS =
      Pattern.compile(
          "<(\\|[^|<>\\n]{1,40}\\|)>"
              + "|<(/?(?:s|think|thinking|tool_call|tool_response|system|user|assistant|page|data|memory|conversation)(?:\\s[^<>\\n]{0,80})?)>"
              + "|\\[(/?INST)\\]"
              + "|<<(/?SYS)>>");

  private ControlTokens() {}

  /** Angle and square brackets of such marks become round ones; everything else stays. */
  static String defuse(String text) {
    if (text.indexOf('<') < 0 && text.indexOf("INST]") < 0) {
      return text;
    }
    return MARKS.matcher(text).replaceAll("($1$2$3$4)");
  }
}
