package dev.rapport.train.policy;

/**
 * How fast a policy worked for a while.
 *
 * @param written tokens it generated
 * @param writingNanos time in which it did, prompts read included
 * @param learned tokens of prompts and replies that went forward and back
 * @param learningNanos time of that and of the optimiser
 */
public record Speed(long written, long writingNanos, long learned, long learningNanos) {
  public static final Speed NONE = new Speed(0, 0, 0, 0);

  public Speed and(Speed other) {
    return new Speed(
        written + other.written,
        writingNanos + other.writingNanos,
        learned + other.learned,
        learningNanos + other.learningNanos);
  }

  /** Tokens written in a second; 0 where none were. */
  public double writtenPerSecond() {
    return perSecond(written, writingNanos);
  }

  /** Tokens learned from in a second; 0 where none were. */
  public double learnedPerSecond() {
    return perSecond(learned, learningNanos);
  }

  private static double perSecond(long tokens, long nanos) {
    return tokens == 0 || nanos <= 0 ? 0 : tokens * 1e9 / nanos;
  }
}
