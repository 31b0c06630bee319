package dev.rapport.control;

import dev.rapport.page.LineId;

/** What a person asks to have forgotten. */
public sealed interface ForgetRequest {
  /** One line of the page. */
  record OfLine(LineId id) implements ForgetRequest {}

  /** Every line that holds these words. */
  record OfWords(String words) implements ForgetRequest {
    public OfWords {
      requireText("words", words);
    }
  }

  /** Every line on this topic. */
  record OfTopic(String topic) implements ForgetRequest {
    public OfTopic {
      requireText("topic", topic);
    }
  }

  private static void requireText(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("%s to forget is blank; say what".formatted(what));
    }
  }
}
