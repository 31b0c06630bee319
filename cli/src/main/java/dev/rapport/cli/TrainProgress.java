package dev.rapport.cli;

import dev.rapport.train.policy.Speed;
import java.io.PrintWriter;
import java.util.Locale;

/** How far training is: a line drawn in place for a person, one now and then for a log. */
final class TrainProgress {
  private static final int LOG_EVERY_STEPS = 50;

  private final PrintWriter err;
  private final boolean inPlace;

  TrainProgress(Terminal terminal) {
    err = terminal.err();
    inPlace = terminal.interactive();
  }

  void mini(
      long seed, String stage, int step, int steps, double value, Speed speed, double secondsLeft) {
    if (!inPlace && step % LOG_EVERY_STEPS != 0 && step != steps) {
      return;
    }
    String line =
        String.format(
            Locale.ROOT,
            "seed %d  %-12s %4d/%d  %s %.3f  %s  %s left",
            seed,
            stage,
            step,
            steps,
            stage.equals("sft") ? "loss" : "reward",
            value,
            TrainPace.speed(speed),
            time(secondsLeft));
    if (inPlace) {
      err.print("\r" + line + "   ");
    } else {
      err.println(line);
    }
    err.flush();
  }

  void finish() {
    if (inPlace) {
      err.println();
      err.flush();
    }
  }

  private static String time(double seconds) {
    return seconds < 90
        ? Math.round(seconds) + " s"
        : "%d min %02d s".formatted((int) seconds / 60, (int) seconds % 60);
  }
}
