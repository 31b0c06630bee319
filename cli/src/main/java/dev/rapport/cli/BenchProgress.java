package dev.rapport.cli;

import dev.rapport.bench.run.RunListener;
import dev.rapport.bench.run.Stage;
import java.time.InstantSource;

/** Draws how far a run is, stage by stage, with the time left for what is not done yet. */
final class BenchProgress implements RunListener, AutoCloseable {
  private final Terminal terminal;
  private ProgressLine line;
  private int before;

  BenchProgress(Terminal terminal) {
    this.terminal = terminal;
    this.line = new ProgressLine(terminal, InstantSource.system(), "");
  }

  @Override
  public void onStage(Stage stage, int done, int total) {
    line.finish();
    line = new ProgressLine(terminal, InstantSource.system(), stage.label());
    before = done;
  }

  @Override
  public void onRecord(Stage stage, int done, int total) {
    line.update(done - before, total - before, "%d of %d".formatted(done, total));
  }

  @Override
  public void close() {
    line.finish();
  }
}
