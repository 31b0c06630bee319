package dev.rapport.learn;

import java.time.Duration;

/**
 * When people's turns are learned by themselves, and how much of it.
 *
 * @param quiet how long after a person's last turn the chunk that is not full is folded too
 * @param perPerson the most for one person in a day
 * @param perTenant the most for all people of a tenant in a day
 * @param sweep how often everybody with turns waiting is woken anew, should a wake have been lost
 *     between a crash and the turns it was for
 * @param closing how long {@link BackgroundLearning#close} waits for calls under way
 */
public record BackgroundConfig(
    Duration quiet, Ceiling perPerson, Ceiling perTenant, Duration sweep, Duration closing) {
  public static final BackgroundConfig DEFAULT =
      new BackgroundConfig(
          Duration.ofMinutes(10),
          Ceiling.NONE,
          Ceiling.NONE,
          Duration.ofMinutes(5),
          Duration.ofSeconds(30));

  public BackgroundConfig {
    if (quiet.isNegative() || !sweep.isPositive() || closing.isNegative()) {
      throw new IllegalArgumentException(
          "quiet %s and closing %s must not be negative, and sweep %s must be positive"
              .formatted(quiet, closing, sweep));
    }
  }

  public BackgroundConfig withQuiet(Duration chosen) {
    return new BackgroundConfig(chosen, perPerson, perTenant, sweep, closing);
  }

  public BackgroundConfig withCeilings(Ceiling person, Ceiling tenant) {
    return new BackgroundConfig(quiet, person, tenant, sweep, closing);
  }

  public BackgroundConfig withSweep(Duration chosen) {
    return new BackgroundConfig(quiet, perPerson, perTenant, chosen, closing);
  }

  public BackgroundConfig withClosing(Duration chosen) {
    return new BackgroundConfig(quiet, perPerson, perTenant, sweep, chosen);
  }
}
