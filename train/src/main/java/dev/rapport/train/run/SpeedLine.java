package dev.rapport.train.run;

import dev.rapport.train.policy.Speed;

/**
 * A line of {@code speed.jsonl}.
 *
 * @param writtenPerSecond tokens, 0 where none were written
 * @param learnedPerSecond tokens, prompts and replies, 0 where nothing was learned
 */
record SpeedLine(
    long written,
    long writingNanos,
    long learned,
    long learningNanos,
    double writtenPerSecond,
    double learnedPerSecond) {
  static SpeedLine of(Speed speed) {
    return new SpeedLine(
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
