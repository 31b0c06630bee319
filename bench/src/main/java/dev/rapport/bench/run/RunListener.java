package dev.rapport.bench.run;

/** Hears how far a run is, from one thread at a time. */
public interface RunListener {
  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /**
   * A stage begins. Pages and answers begin together.
   *
   * @param done records that are there from before
   * @param total records it ends with
   */
  default void onStage(Stage stage, int done, int total) {}

  /** A record more is there. */
  default void onRecord(Stage stage, int done, int total) {}
}
