package dev.rapport.server.proxy;

/** How the relaying of a reply ended. */
sealed interface Heard {
  /**
   * To its end.
   *
   * @param encoding of the content, in lower case; empty for none
   * @param events whether it is a stream of events
   * @param body as it came
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(String encoding, boolean events, byte[] body) implements Heard {}

  /** Refused, cut off, left by the client, or too long to keep. */
  record Nothing() implements Heard {}
}
