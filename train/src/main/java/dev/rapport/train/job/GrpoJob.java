package dev.rapport.train.job;

import dev.rapport.train.grpo.Grpo;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.reward.SharedReward;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.run.Stage;
import dev.rapport.train.run.StepLines;
import dev.rapport.train.tokenizer.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/**
 * GRPO of a model's folder over questions in words.
 *
 * @param model where the policy starts, and what the KL is measured to
 * @param config groups, rollouts, clip and the rest
 * @param seed of all sampling
 * @param every so many steps make a checkpoint
 */
public record GrpoJob(
    Path model,
    GrpoConfig config,
    Rate rate,
    int steps,
    long seed,
    EngineSource source,
    int every) {

  /**
   * Makes the steps that are left, and leaves the model in {@code model/} of the run's folder.
   *
   * @param tasks those of a step, by its number: the same whenever asked
   */
  public <W extends Wording> Path run(
      Path folder,
      Tokenizer tokenizer,
      LongFunction<List<TextTask<W>>> tasks,
      Reward<TextTask<W>> reward,
      JobListener<GrpoMetrics> listener) {
    var stage = new Stage(folder, steps, every);
    var report = new RunReport(folder, source.nanos());
    var kept = new Kept<W>(reward);
    StepLines tries = Tries.file(folder);
    boolean leads = source.replicas().leads();
    if (leads) {
      tries.cut(stage.begun());
    }
    try (var policy = source.load(model);
        PolicyEngine start = policy.freeze()) {
      var grpo =
          new Grpo<>(
              policy,
              start,
              new SharedReward<>(kept, source.replicas()),
              config,
              rate,
              tokenizer.stops(),
              new Seeds(seed));
      return new Team(source.replicas())
          .run(
              stage,
              model,
              policy,
              step -> {
                GrpoMetrics metrics = grpo.step(step, tasks.apply(step));
                if (leads) {
                  tries.append(new Tries.Line((int) step + 1, kept.last()));
                }
                return metrics;
              },
              (step, metrics, speed) -> {
                report.refresh();
                listener.made(step + 1, steps, metrics, speed);
              });
    }
  }
}
