package dev.rapport.text;

import java.util.Locale;
import java.util.Set;

/**
 * Spellings that some model or chat template takes for its own marks: {@code <|im_end|>}, {@code
 * [INST]}, {@code <think>}. In a person's words they are only words, and are spelled so that no
 * model takes them for more.
 */
final class ControlTokens {
  /** Stands where a bracket stood that would open such a mark. */
  static final char DEFUSED = '‹';

  private static final int LONGEST_NAME = 24;

  private static final Set<String> ANGLED =
      Set.of(
          "s",
          "bos",
          "eos",
          "pad",
          "unk",
          "mask",
          "sep",
          "cls",
          "think",
          "thinking",
          "thought",
          "analysis",
          "answer",
          "tool",
          "tools",
          "tool_call",
          "tool_calls",
          "tool_response",
          "function",
          "function_call",
          "function_calls",
          "invoke",
          "system",
          "user",
          "assistant",
          "human",
          "instructions",
          "start_of_turn",
          "end_of_turn",
          "start_of_image",
          "page",
          "data",
          "memory",
          "conversation",
          "query",
          "options");

  private static final Set<String> SQUARE =
      Set.of(
          "inst",
          "sys",
          "system_prompt",
          "tool_calls",
          "available_tools",
          "tool_results",
          "bos",
          "eos",
          "cls",
          "sep",
          "mask",
          "pad",
          "unk");

  private ControlTokens() {}

  /** The text with the bracket that opens each such mark put otherwise; as long as before. */
  static String defuse(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('[') < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '<' && opensAngled(text, i + 1)) || (c == '[' && names(text, i + 1, SQUARE))) {
        safe.setCharAt(i, DEFUSED);
      }
    }
    return safe.toString();
  }

  private static boolean opensAngled(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    // The full-width bar is how DeepSeek spells its marks.
    return c == '|'
        || c == '｜'
        || names(text, at, ANGLED)
        || text.startsWith("<SYS", at)
        || text.startsWith("</SYS", at);
  }

  private static boolean names(String text, int at, Set<String> names) {
    int start = at < text.length() && text.charAt(at) == '/' ? at + 1 : at;
    int end = start;
    while (end < text.length() && end - start <= LONGEST_NAME && isNamePart(text.charAt(end))) {
      end++;
    }
    return end > start && names.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
