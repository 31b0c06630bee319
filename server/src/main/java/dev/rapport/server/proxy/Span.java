package dev.rapport.server.proxy;

/**
 * A stretch of a request's bytes.
 *
 * @param start of its first byte
 * @param end behind its last byte
 */
record Span(int start, int end) {
  int length() {
    return end - start;
  }
}
