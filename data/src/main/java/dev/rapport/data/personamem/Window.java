package dev.rapport.data.personamem;

/**
 * What a row says about one size of history; the published files have two, 32k and 128k.
 *
 * @param link path of the history within the data set; empty if there is none
 * @param totalTokens of all contents, or {@link #UNKNOWN}
 * @param distance tokens from the first message of the related conversation to the end of the
 *     history, both included, or {@link #UNKNOWN}
 * @param relevantTokens those that are not padding, or {@link #UNKNOWN}
 * @param irrelevantTokens those of the padding, or {@link #UNKNOWN}
 */
public record Window(
    String link, long totalTokens, long distance, long relevantTokens, long irrelevantTokens) {
  /** Stands for a number that the file does not give. */
  public static final long UNKNOWN = -1;

  /** No history of that size. */
  public static final Window NONE = new Window("", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  public boolean isPresent() {
    return !link.isEmpty();
  }
}
