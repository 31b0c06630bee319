package dev.rapport.train.run;

import dev.rapport.train.TrainException;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.policy.TimedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A stage of training in a folder of its own: {@code metrics.jsonl} with a line for each step,
 * {@code speed.jsonl} with how fast it was made, and the newest checkpoint. A stage that was
 * stopped, however rudely, goes on from its checkpoint, and ends with the very bytes it would have
 * ended with, speed aside.
 *
 * @param steps in all
 * @param every how many steps make a checkpoint; the last step makes one in any case
 */
public record Stage(Path folder, int steps, int every) {
  private static final String PREFIX = "checkpoint-";

  public Stage {
    if (steps < 0 || every < 1) {
      throw new IllegalArgumentException(
          "%d steps with a checkpoint every %d: 0 or more, 1 or more".formatted(steps, every));
    }
  }

  /**
   * Hears of every step.
   *
   * @param <M> what a step tells of itself
   */
  @FunctionalInterface
  public interface Listener<M> {
    /**
     * @param step the one just made, from 0
     * @param metrics what it told
     */
    void made(int step, M metrics, Speed speed);
  }

  /** Whether all steps were made. */
  public boolean isDone() {
    return reached() >= steps;
  }

  /** Steps that need not be made again. */
  public int begun() {
    return Math.max(0, reached());
  }

  /** Puts the policy where this stage ended. */
  public void restore(PolicyEngine policy) {
    policy.restore(checkpoint(reached()));
  }

  /**
   * Makes the steps that are left. The policy is put where the stage stopped; else it starts as it
   * is.
   *
   * @param work one step of the given number, from 0; its result becomes a line of metrics
   */
  public <M> void run(TimedEngine policy, LongFunction<M> work, Listener<M> listener) {
    try {
      Files.createDirectories(folder);
      int from = begun();
      if (from > 0) {
        restore(policy);
      }
      var lines = new StepLines(metricsFile());
      var speeds = new StepLines(speedFile());
      lines.cut(from);
      speeds.cut(from);
      policy.take();
      for (int step = from; step < steps; step++) {
        M metrics = work.apply(step);
        Speed speed = policy.take();
        lines.append(metrics);
        speeds.append(SpeedLine.of(speed));
        if ((step + 1) % every == 0 || step + 1 == steps) {
          keep(policy, step + 1);
        }
        listener.made(step, metrics, speed);
      }
      if (steps == 0 && from == 0) {
        keep(policy, 0);
      }
    } catch (IOException e) {
      throw new TrainException(
          "cannot write in %s: %s. Make room or name another folder; the run can be resumed."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * The same steps in a process beside the one that keeps the folder: nothing is written. Both
   * begin at the same step before either of them has made one.
   */
  public <M> void follow(PolicyEngine policy, LongFunction<M> work) {
    int from = begun();
    if (from > 0) {
      restore(policy);
    }
    for (int step = from; step < steps; step++) {
      var _ = work.apply(step); // the one that keeps the folder has the same
    }
  }

  /** A line for each step made. */
  public Path metricsFile() {
    return folder.resolve("metrics.jsonl");
  }

  /** How fast each step was made. */
  public Path speedFile() {
    return folder.resolve("speed.jsonl");
  }

  /** How fast each step of the stage in this folder was made, those of earlier sessions too. */
  public static List<Speed> speeds(Path folder) {
    return JsonFile.readLines(new Stage(folder, 0, 1).speedFile(), SpeedLine.class).stream()
        .map(SpeedLine::speed)
        .toList();
  }

  /** How fast all of them were made. */
  public static Speed speed(Path folder) {
    return speeds(folder).stream().reduce(Speed.NONE, Speed::and);
  }

  /** Steps that the newest checkpoint holds; -1 without one. */
  private int reached() {
    if (!Files.isDirectory(folder)) {
      return -1;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(PREFIX + "\\d+"))
          .mapToInt(name -> Integer.parseInt(name.substring(PREFIX.length())))
          .max()
          .orElse(-1);
    } catch (IOException e) {
      throw new TrainException("cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private Path checkpoint(int step) {
    return folder.resolve(PREFIX + step);
  }

  /** Written under another name and then renamed, so that half a checkpoint is never taken up. */
  private void keep(PolicyEngine policy, int step) throws IOException {
    Path fresh = folder.resolve("fresh");
    Folders.delete(fresh);
    policy.checkpoint(fresh);
    int before = reached();
    Files.move(fresh, checkpoint(step), StandardCopyOption.ATOMIC_MOVE);
    if (before >= 0 && before != step) {
      Folders.delete(checkpoint(before));
    }
  }
}
