package dev.rapport.train.grpo;

import dev.rapport.train.policy.LossGradient;
import java.util.List;

/**
 * The loss of one mini-batch: the clipped policy loss and the KL to the frozen start, token by
 * token, under one aggregation. The denominators are those of the whole mini-batch, so that cutting
 * it into micro-batches changes nothing.
 */
final class GrpoLoss {
  private final List<LossRow> rows;
  private final GrpoConfig config;
  private final double[] weights;
  private final LossStats stats;

  GrpoLoss(List<LossRow> rows, GrpoConfig config) {
    this.rows = List.copyOf(rows);
    this.config = config;
    long tokens = rows.stream().mapToLong(row -> row.old().length).sum();
    long conversations = rows.stream().filter(row -> row.old().length > 0).count();
    weights =
        rows.stream()
            .mapToDouble(
                row ->
                    row.old().length == 0
                        ? 0
                        : config
                            .aggregation()
                            .weight(tokens, conversations, row.old().length, config.width()))
            .toArray();
    stats = new LossStats(rows.size());
  }

  /** For an engine that is given the rows from {@code first} on. */
  LossGradient from(int first) {
    return (row, logProbs, gradient) -> {
      var exact = new double[logProbs.length];
      var out = new double[logProbs.length];
      for (int t = 0; t < logProbs.length; t++) {
        exact[t] = logProbs[t];
      }
      double loss = apply(first + row, exact, out);
      for (int t = 0; t < out.length; t++) {
        gradient[t] = (float) out[t];
      }
      return loss;
    };
  }

  /**
   * The share of one conversation.
   *
   * @param logProbs under the policy as it is, [T]
   * @param gradient filled with d(loss)/d(log-probability), [T]
   */
  double apply(int row, double[] logProbs, double[] gradient) {
    LossRow known = rows.get(row);
    if (logProbs.length != known.old().length) {
      throw new IllegalArgumentException(
          "row %d: %d log-probabilities for %d tokens"
              .formatted(row, logProbs.length, known.old().length));
    }
    double weight = weights[row];
    double loss = 0;
    for (int t = 0; t < logProbs.length; t++) {
      double advantage = known.advantage();
      double old = known.old()[t];
      double ratio = Clip.ratio(logProbs[t], old);
      loss += config.clip().loss(advantage, ratio);
      gradient[t] = weight * config.clip().gradient(advantage, logProbs[t], old);
      double kl = 0;
      if (known.start().length > 0) {
        kl = Kl.loss(logProbs[t], known.start()[t]);
        loss += config.klWeight() * kl;
        gradient[t] += weight * config.klWeight() * Kl.gradient(logProbs[t], known.start()[t]);
      }
      stats.token(row, ratio, kl, config.clip().isClipped(advantage, ratio), logProbs[t] - old);
    }
    return loss * weight;
  }

  LossStats stats() {
    return stats;
  }
}
