package dev.rapport.cli;

import dev.rapport.bench.run.RunListener;
import dev.rapport.bench.run.Stage;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws how far a run is, with the time left for what is not done yet. */
final class BenchProgress implements RunListener, AutoCloseable {
  /** How far one stage is; it began with so many records from before. */
  private record Reached(int before, int done, int total) {}

  private final Terminal terminal;
  private final Map<Stage, Reached> stages = new EnumMap<>(Stage.class);
  private ProgressLine line;

  BenchProgress(Terminal terminal) {
    this.terminal = terminal;
    this.line = new ProgressLine(terminal, InstantSource.system(), "");
  }

  @Override
  public void onStage(Stage stage, int done, int total) {
    if (stage == Stage.VERDICTS) {
      stages.clear();
    }
    line.finish();
    line = new ProgressLine(terminal, InstantSource.system(), "run");
    stages.put(stage, new Reached(done, done, total));
  }

  @Override
  public void onRecord(Stage stage, int done, int total) {
    int before = stages.getOrDefault(stage, new Reached(0, 0, 0)).before();
    stages.put(stage, new Reached(before, done, total));
    long made = stages.values().stream().mapToLong(it -> it.done() - it.before()).sum();
    long wanted = stages.values().stream().mapToLong(it -> it.total() - it.before()).sum();
    line.update(made, wanted, note());
  }

  private String note() {
    return stages.entrySet().stream()
        .map(
            it ->
                "%d of %d %s"
                    .formatted(it.getValue().done(), it.getValue().total(), it.getKey().label()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    line.finish();
  }
}
