package dev.rapport.train.job;

import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.TimedEngine;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutSampler;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks a policy questions as training does, one rollout each, and writes line by line what it
 * earned. A job that was stopped goes on behind the last whole batch.
 *
 * @param questions how many
 * @param temperature 0 for the likeliest words
 * @param seed of the sampling
 */
public record EvalJob(int questions, double temperature, long seed) {
  /** Questions that are asked side by side. */
  private static final int BATCH = 8;

  /**
   * @param file of the lines
   * @param task by the question's place, from 0
   * @return all lines, those of earlier sessions too
   */
  public <W extends Wording> List<Attempt> run(
      Path file,
      TimedEngine policy,
      Tokenizer tokenizer,
      IntFunction<TextTask<W>> task,
      Reward<TextTask<W>> reward,
      JobListener<Double> listener) {
    var sampling = new Sampling(temperature, 1, tokenizer.stops());
    var sampler = new RolloutSampler(policy, sampling, new Seeds(seed));
    var lines = new ArrayList<>(JsonFile.readLines(file, Attempt.class));
    if (lines.size() < questions) {
      lines.subList(lines.size() / BATCH * BATCH, lines.size()).clear();
    }
    while (lines.size() < questions) {
      int first = lines.size();
      int size = Math.min(BATCH, questions - first);
      List<TextTask<W>> tasks = IntStream.range(first, first + size).mapToObj(task).toList();
      List<Rollout> rollouts = sampler.sample(first / BATCH, tasks, 1);
      double[] earned = reward.all(tasks, rollouts);
      for (int i = 0; i < size; i++) {
        lines.add(Attempt.of(tasks.get(i), rollouts.get(i), earned[i]));
      }
      write(file, lines);
      listener.made(lines.size(), questions, mean(lines), policy.take());
    }
    return List.copyOf(lines);
  }

  /** Of those that somebody could tell; 0 without any. */
  public static double mean(List<Attempt> lines) {
    return lines.stream().mapToDouble(Attempt::reward).filter(one -> one >= 0).average().orElse(0);
  }

  private static void write(Path file, List<Attempt> lines) {
    String text =
        lines.stream().map(line -> JsonFile.text(line, false) + "\n").collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new TrainException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
