package dev.rapport.train.grpo;

import dev.rapport.train.policy.StepReport;

/** What the mini-batches of a step told, gathered. */
record Learned(
    double loss,
    double kl,
    double clipShare,
    double leastRatio,
    double mostRatio,
    double drift,
    double gradientNorm,
    int skipped,
    long tokens) {
  static final Learned NOTHING = new Learned(0, 0, 0, 1, 1, 0, 0, 0, 0);

  /** With a mini-batch more; drift is told by the first, before anything moved. */
  Learned and(double newLoss, LossStats stats, StepReport report) {
    long all = tokens + stats.tokens();
    double share = stats.tokens() / (double) Math.max(1, all);
    boolean first = tokens == 0;
    return new Learned(
        loss + newLoss,
        kl + share * (stats.meanKl() - kl),
        clipShare + share * (stats.clipShare() - clipShare),
        Math.min(leastRatio, stats.leastRatio()),
        Math.max(mostRatio, stats.mostRatio()),
        first ? stats.drift() : drift,
        Math.max(gradientNorm, report.gradientNorm()),
        skipped + (report.taken() ? 0 : 1),
        all);
  }
}
