package dev.rapport.bench.dataset.file;

/**
 * Where a JSON value stands in a file.
 *
 * @param offset of its first byte
 * @param pointer to it (RFC 6901), for messages
 */
public record Spot(long offset, String pointer) {
  /** The whole file. */
  public static final Spot START = new Spot(0, "");
}
