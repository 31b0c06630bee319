package dev.rapport.cli;

import dev.rapport.train.job.JobListener;
import java.time.Clock;
import java.util.Locale;

/** Progress of a job, with the time left by the pace of this session. */
final class TrainPace implements JobListener, AutoCloseable {
  private final ProgressLine line;
  private final String unit;
  private final String measure;
  private int before = -1;

  /**
   * @param unit what is counted: "step"
   * @param measure what the value is: "loss"
   */
  TrainPace(Terminal terminal, String label, String unit, String measure) {
    line = new ProgressLine(terminal, Clock.systemUTC(), label);
    this.unit = unit;
    this.measure = measure;
  }

  @Override
  public void made(int done, int total, double value) {
    before = before < 0 ? done - 1 : before;
    String note =
        String.format(Locale.ROOT, "%s %d of %d, %s %.4f", unit, done, total, measure, value);
    line.update(done - before, total - before, note);
  }

  @Override
  public void close() {
    line.finish();
  }
}
