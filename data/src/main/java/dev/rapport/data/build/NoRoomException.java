package dev.rapport.data.build;

/** What a persona's questions rest on does not fit into a history. */
final class NoRoomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String words;

  NoRoomException(String words) {
    super(words);
    this.words = words;
  }

  String words() {
    return words;
  }
}
