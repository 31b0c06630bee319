package dev.rapport.server.proxy;

/** What a memory gave for one request. */
sealed interface Note {
  /**
   * @param text to be put into the request, not empty
   */
  record Found(String text) implements Note {}

  /**
   * @param why for the client, without anybody's words
   */
  record None(String why) implements Note {}
}
