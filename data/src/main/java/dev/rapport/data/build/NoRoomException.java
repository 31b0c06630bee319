package dev.rapport.data.build;

/** What a persona's questions rest on does not fit into a history. */
final class NoRoomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String persona;
  private final long needed;

  NoRoomException(String persona, long needed, int contextTokens) {
    super("persona %s needs %,d tokens of %,d".formatted(persona, needed, contextTokens));
    this.persona = persona;
    this.needed = needed;
  }

  /** As a list of such personas has it. */
  String words() {
    return "%s (%,d)".formatted(persona, needed);
  }

  long needed() {
    return needed;
  }
}
