package dev.rapport.work;

/** Hears what an engine cannot tell a caller. Called from the engine's threads; must not throw. */
public interface EngineListener {
  /** For callers who look at {@link EmbeddedWork#parked} instead. */
  EngineListener SILENT = new EngineListener() {};

  /** A worker failed; the key will be tried again. */
  default void onFailure(String kind, String key, int failures, Throwable failure) {}

  /** A worker failed too often; the key rests until it is woken again or the engine restarts. */
  default void onParked(String kind, String key, Throwable failure) {}
}
