package dev.rapport.work;

import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt at a paid call, failed ones too. Holds nobody's words.
 *
 * @param at when it ended
 * @param scope the person or run it was made for
 * @param step names the call within its work
 * @param model as configured
 * @param outcome how it ended
 * @param attempt counts from 1
 * @param usage tokens as the provider counts them
 * @param cost money, or unknown
 * @param took from request to last byte
 */
public record LedgerEntry(
    Instant at,
    String scope,
    String step,
    ModelRole role,
    String model,
    Outcome outcome,
    int attempt,
    Usage usage,
    Cost cost,
    Duration took) {
  /** How an attempt ended. */
  public enum Outcome {
    ANSWERED,
    THROTTLED,
    UNAVAILABLE,
    REJECTED,
    MISCONFIGURED,
    MALFORMED,
    CANCELLED
  }
}
