package dev.rapport.train.run;

import dev.rapport.train.policy.Speed;

/**
 * A line of {@code speed.jsonl}.
 *
 * @param writtenPerSecond tokens, 0 where none were written
 * @param learnedPerSecond tokens, prompts and replies, 0 where nothing was learned
 */
record Pace(
    long written,
    long writingNanos,
    long learned,
    long learningNanos,
    double writtenPerSecond,
    double learnedPerSecond) {
  static Pace of(Speed speed) {
    return new Pace(
        speed.written(),
        speed.writingNanos(),
        speed.learned(),
        speed.learningNanos(),
        Math.rint(speed.writtenPerSecond()),
        Math.rint(speed.learnedPerSecond()));
  }

  Speed speed() {
    return new Speed(written, writingNanos, learned, learningNanos);
  }
}
