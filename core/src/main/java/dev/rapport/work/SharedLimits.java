package dev.rapport.work;

/** Limits that several processes keep together. Safe for several threads. */
@FunctionalInterface
public interface SharedLimits {
  /** Every process keeps its limits for itself. */
  SharedLimits NONE = (model, limits) -> SharedLimit.NONE;

  /**
   * The limit on one model.
   *
   * @param limits for all processes together; all should be told the same
   */
  SharedLimit of(String model, LimiterConfig limits);
}
