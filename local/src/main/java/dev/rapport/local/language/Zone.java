package dev.rapport.local.language;

/** Where in a turn a sentence stands. */
public enum Zone {
  /** Written straight to the chatbot. */
  DIRECT,
  /** Inside quotation marks, behind {@code >} or pasted after a colon; whose words is not said. */
  QUOTED,
  /** Code, configuration, tables: nobody's voice. */
  CODE
}
