package dev.rapport.cli;

import dev.rapport.train.grpo.Baseline;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.model.LoraConfig;

/**
 * A run of GRPO.
 *
 * @param model the folder it starts from
 * @param course what is asked
 * @param scaled whether advantages are divided by the group's deviation
 * @param every so many steps make a checkpoint
 * @param engine that computes
 */
record GrpoSpec(
    String model,
    CourseSpec course,
    int steps,
    int groups,
    int rollouts,
    double rate,
    int warmUp,
    double klWeight,
    boolean scaled,
    LoraConfig lora,
    boolean recompute,
    long seed,
    int every,
    String engine) {
  GrpoConfig config() {
    return GrpoConfig.DEFAULT
        .withBatch(groups, rollouts)
        .withKlWeight(klWeight)
        .withBaseline(scaled ? Baseline.SCALED : Baseline.MEAN);
  }
}
