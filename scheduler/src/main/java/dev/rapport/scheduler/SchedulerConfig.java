package dev.rapport.scheduler;

import java.time.Duration;

/**
 * How one process takes its part of the work.
 *
 * @param keysAtOnce most keys worked on at the same time by this process, 1 to 100000
 * @param heartbeat how often a process shows that it is alive, at least 10 ms; one that has missed
 *     {@link #MISSED} in a row is taken for dead, and others take over
 * @param polling how often work that others woke is looked for
 * @param sweep how often keys are looked for that are on the wake list and not scheduled, which is
 *     what a crash in the middle of a wake leaves behind
 * @param firstPause before the first try after a failure; doubles for each further one
 * @param longestPause before any such try
 * @param closing how long to wait at the end for what is under way
 */
public record SchedulerConfig(
    int keysAtOnce,
    Duration heartbeat,
    Duration polling,
    Duration sweep,
    Duration firstPause,
    Duration longestPause,
    Duration closing) {
  private static final int MOST_AT_ONCE = 100_000;
  private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(10);

  /** Heartbeats missed by a process that is dead. */
  public static final int MISSED = 4;

  public static final SchedulerConfig DEFAULT =
      new SchedulerConfig(
          64,
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          Duration.ofMinutes(3),
          Duration.ofMillis(200),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30));

  public SchedulerConfig {
    if (keysAtOnce < 1 || keysAtOnce > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "keys-at-once %d must be from 1 to %d".formatted(keysAtOnce, MOST_AT_ONCE));
    }
    if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0) {
      throw new IllegalArgumentException(
          "heartbeat %s must be at least %s".formatted(heartbeat, SHORTEST_HEARTBEAT));
    }
    if (!polling.isPositive() || !sweep.isPositive() || closing.isNegative()) {
      throw new IllegalArgumentException(
          "polling %s and sweep %s must be positive and closing %s not negative"
              .formatted(polling, sweep, closing));
    }
    if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "first-pause %s must be positive and longest-pause %s not shorter"
              .formatted(firstPause, longestPause));
    }
  }

  public SchedulerConfig withKeysAtOnce(int most) {
    return new SchedulerConfig(most, heartbeat, polling, sweep, firstPause, longestPause, closing);
  }

  /** Also looks for others' work that often, if that is more often than before. */
  public SchedulerConfig withHeartbeat(Duration beat) {
    return new SchedulerConfig(
        keysAtOnce,
        beat,
        beat.compareTo(polling) < 0 ? beat : polling,
        sweep,
        firstPause,
        longestPause,
        closing);
  }

  /** The pause after so many failures in a row, at least 1. */
  Duration pause(int failures) {
    Duration pause = firstPause;
    for (int i = 1; i < failures && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
