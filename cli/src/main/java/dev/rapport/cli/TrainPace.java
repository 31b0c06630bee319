package dev.rapport.cli;

import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.job.JobListener;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.sft.SftMetrics;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;

/**
 * Progress of a job, with the time left by the pace of this session.
 *
 * @param <M> what a step tells of itself
 */
final class TrainPace<M> implements JobListener<M>, AutoCloseable {
  private final ProgressLine line;
  private final String unit;
  private final Function<M, String> said;
  private int before = -1;

  private TrainPace(Terminal terminal, String label, String unit, Function<M, String> said) {
    line = new ProgressLine(terminal, Clock.systemUTC(), label);
    this.unit = unit;
    this.said = said;
  }

  static TrainPace<SftMetrics> sft(Terminal terminal) {
    return new TrainPace<>(
        terminal, "sft", "step", sft -> String.format(Locale.ROOT, "loss %.4f", sft.loss()));
  }

  static TrainPace<GrpoMetrics> grpo(Terminal terminal) {
    return new TrainPace<>(terminal, "grpo", "step", TrainPace::grpo);
  }

  static TrainPace<Double> eval(Terminal terminal) {
    return new TrainPace<>(
        terminal, "eval", "question", reward -> String.format(Locale.ROOT, "reward %.4f", reward));
  }

  private static String grpo(GrpoMetrics step) {
    return String.format(
        Locale.ROOT,
        "reward %.3f, kl %.4f, entropy %.2f, clipped %.0f %%, no signal %.0f %%, page %.0f and"
            + " answer %.0f tokens",
        step.reward(),
        step.kl(),
        step.entropy(),
        step.clipShare() * 100,
        step.zeroSignalShare() * 100,
        step.updateTokens(),
        step.answerTokens());
  }

  /** Tokens a second of what was done. */
  static String speed(Speed speed) {
    String written = String.format(Locale.ROOT, "%.0f written", speed.writtenPerSecond());
    String learned = String.format(Locale.ROOT, "%.0f learned", speed.learnedPerSecond());
    if (speed.learned() == 0) {
      return written + " tokens/s";
    }
    return (speed.written() == 0 ? learned : written + " and " + learned) + " tokens/s";
  }

  @Override
  public void made(int done, int total, M metrics, Speed speed) {
    before = before < 0 ? done - 1 : before;
    String note =
        String.format(
            Locale.ROOT,
            "%s %d of %d, %s; %s",
            unit,
            done,
            total,
            said.apply(metrics),
            speed(speed));
    line.update(done - before, total - before, note);
  }

  @Override
  public void close() {
    line.finish();
  }
}
