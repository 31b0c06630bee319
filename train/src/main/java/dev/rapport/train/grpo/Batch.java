package dev.rapport.train.grpo;

import dev.rapport.train.rollout.Exchange;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RowKey;
import java.util.Arrays;
import java.util.List;

/**
 * Rollouts with what they earned.
 *
 * @param rollouts group by group
 * @param rewards [group][rollout]
 * @param advantages by group
 */
record Batch(List<Rollout> rollouts, double[][] rewards, List<Advantages> advantages) {
  Batch {
    rollouts = List.copyOf(rollouts);
    advantages = List.copyOf(advantages);
  }

  double advantage(RowKey key) {
    return advantages.get(key.group()).values()[key.rollout()];
  }

  /** The groups of one of several mini-batches. */
  List<Rollout> part(int index, int parts) {
    int groups = advantages.size();
    int from = groups * index / parts;
    int to = groups * (index + 1) / parts;
    return rollouts.stream().filter(one -> one.group() >= from && one.group() < to).toList();
  }

  GrpoMetrics metrics(Learned learned) {
    List<Exchange> all = rollouts.stream().flatMap(one -> one.exchanges().stream()).toList();
    List<Exchange> updates = rollouts.stream().flatMap(one -> one.updates().stream()).toList();
    List<Exchange> answers = rollouts.stream().map(Rollout::answer).toList();
    double[] known =
        Arrays.stream(rewards).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance = Arrays.stream(known).map(r -> (r - mean) * (r - mean)).average().orElse(0);
    long sampled = all.stream().mapToLong(one -> one.response().length).sum();
    double logProbs = 0;
    for (Exchange one : all) {
      for (float logProb : one.logProbs()) {
        logProbs += logProb;
      }
    }
    return new GrpoMetrics(
        mean,
        Math.sqrt(variance),
        share(Advantages.Signal.NONE),
        (int) count(Advantages.Signal.FAILED),
        -logProbs / Math.max(1, sampled),
        learned.kl(),
        learned.clipShare(),
        learned.leastRatio(),
        learned.mostRatio(),
        learned.drift(),
        learned.loss(),
        learned.gradientNorm(),
        learned.skipped(),
        meanLength(updates),
        meanLength(answers),
        all.stream().filter(one -> !one.stopped()).count() / (double) all.size(),
        all.stream().filter(one -> one.words().length == 0).count() / (double) all.size(),
        learned.tokens(),
        sampled,
        all.stream().mapToLong(one -> one.prompt().length).sum());
  }

  private static double meanLength(List<Exchange> exchanges) {
    return exchanges.stream().mapToInt(one -> one.response().length).average().orElse(0);
  }

  private double share(Advantages.Signal signal) {
    return count(signal) / (double) advantages.size();
  }

  private long count(Advantages.Signal signal) {
    return advantages.stream().filter(one -> one.signal() == signal).count();
  }
}
