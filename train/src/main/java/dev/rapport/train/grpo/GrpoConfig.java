package dev.rapport.train.grpo;

/**
 * The knobs of GRPO.
 *
 * @param groups questions of a step
 * @param rollouts of each question
 * @param miniBatches optimiser steps of a step; groups are dealt out whole
 * @param temperature of sampling and of all log-probabilities, above 0
 * @param klWeight of the KL to the frozen start, 0 for none
 * @param width the constant of {@link Aggregation#SEQ_MEAN_TOKEN_SUM_NORM}
 * @param skipZeroSignal whether groups without signal are left out altogether, their KL too
 */
public record GrpoConfig(
    int groups,
    int rollouts,
    int miniBatches,
    double temperature,
    Baseline baseline,
    Clip clip,
    double klWeight,
    Aggregation aggregation,
    int width,
    boolean skipZeroSignal,
    Credit credit,
    Control control) {
  /** The paper's settings for page-writing conversations, with the deviation left out. */
  public static final GrpoConfig DEFAULT =
      new GrpoConfig(
          32,
          8,
          1,
          1.0,
          Baseline.MEAN,
          Clip.DEFAULT,
          1e-3,
          Aggregation.TOKEN_MEAN,
          2048,
          false,
          Credit.ALL,
          Control.NONE);

  public GrpoConfig {
    if (groups < 1 || rollouts < 1 || miniBatches < 1 || miniBatches > groups) {
      throw new IllegalArgumentException(
          "groups %d, rollouts %d, mini-batches %d: must be 1 or more, mini-batches at most groups"
              .formatted(groups, rollouts, miniBatches));
    }
    if (!(temperature > 0) || !(klWeight >= 0) || width < 1) {
      throw new IllegalArgumentException(
          "temperature %s must be above 0, KL weight %s 0 or more, width %d 1 or more"
              .formatted(temperature, klWeight, width));
    }
  }

  public GrpoConfig withBatch(int newGroups, int newRollouts) {
    return new GrpoConfig(
        newGroups,
        newRollouts,
        Math.min(miniBatches, newGroups),
        temperature,
        baseline,
        clip,
        klWeight,
        aggregation,
        width,
        skipZeroSignal,
        credit,
        control);
  }

  public GrpoConfig withMiniBatches(int value) {
    return new GrpoConfig(
        groups,
        rollouts,
        value,
        temperature,
        baseline,
        clip,
        klWeight,
        aggregation,
        width,
        skipZeroSignal,
        credit,
        control);
  }

  public GrpoConfig withBaseline(Baseline value) {
    return new GrpoConfig(
        groups,
        rollouts,
        miniBatches,
        temperature,
        value,
        clip,
        klWeight,
        aggregation,
        width,
        skipZeroSignal,
        credit,
        control);
  }

  public GrpoConfig withKlWeight(double value) {
    return new GrpoConfig(
        groups,
        rollouts,
        miniBatches,
        temperature,
        baseline,
        clip,
        value,
        aggregation,
        width,
        skipZeroSignal,
        credit,
        control);
  }

  public GrpoConfig withAggregation(Aggregation value) {
    return new GrpoConfig(
        groups,
        rollouts,
        miniBatches,
        temperature,
        baseline,
        clip,
        klWeight,
        value,
        width,
        skipZeroSignal,
        credit,
        control);
  }

  public GrpoConfig withCredit(Credit value) {
    return new GrpoConfig(
        groups,
        rollouts,
        miniBatches,
        temperature,
        baseline,
        clip,
        klWeight,
        aggregation,
        width,
        skipZeroSignal,
        value,
        control);
  }

  public GrpoConfig withControl(Control value) {
    return new GrpoConfig(
        groups,
        rollouts,
        miniBatches,
        temperature,
        baseline,
        clip,
        klWeight,
        aggregation,
        width,
        skipZeroSignal,
        credit,
        value);
  }
}
