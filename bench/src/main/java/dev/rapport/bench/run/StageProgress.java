package dev.rapport.bench.run;

/** Tells the listener how far a stage is, one thread at a time. */
final class StageProgress {
  private final RunListener listener;
  private final Stage stage;
  private final int total;
  private int done;

  private StageProgress(RunListener listener, Stage stage, int done, int total) {
    this.listener = listener;
    this.stage = stage;
    this.done = done;
    this.total = total;
  }

  static StageProgress of(RunListener listener, Stage stage, int done, int total) {
    listener.onStage(stage, done, total);
    return new StageProgress(listener, stage, done, total);
  }

  /** Two stages may go on at once, and the listener hears one thing at a time. */
  void more() {
    synchronized (listener) {
      done++;
      listener.onRecord(stage, done, total);
    }
  }
}
