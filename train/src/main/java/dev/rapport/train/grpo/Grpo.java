package dev.rapport.train.grpo;

import dev.rapport.train.TrainException;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.train.rollout.RolloutSampler;
import dev.rapport.train.rollout.RolloutTask;
import dev.rapport.train.rollout.Row;
import dev.rapport.train.rollout.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Multi-conversation GRPO (arXiv 2512.06688, sec. 3.2, after MemAgent): a group of rollouts for
 * each question, a reward for each answer, and one advantage for all that a rollout wrote, pages
 * and answer alike.
 *
 * @param <T> the tasks
 */
public final class Grpo<T extends RolloutTask> {
  /** Sampler and trainer are one model: more than rounding between them is a fault. */
  private static final double MOST_DRIFT = 1e-3;

  private final PolicyEngine policy;
  private final PolicyEngine start;
  private final Reward<T> reward;
  private final GrpoConfig config;
  private final Rate rate;
  private final Seeds seeds;
  private final RolloutSampler sampler;

  /**
   * @param start the frozen policy that the KL is measured to; not asked when its weight is 0
   * @param stops ids that end what the policy writes
   */
  public Grpo(
      PolicyEngine policy,
      PolicyEngine start,
      Reward<T> reward,
      GrpoConfig config,
      Rate rate,
      Set<Integer> stops,
      Seeds seeds) {
    this.policy = policy;
    this.start = start;
    this.reward = reward;
    this.config = config;
    this.rate = rate;
    this.seeds = seeds;
    sampler = new RolloutSampler(policy, new Sampling(config.temperature(), 1, stops), seeds);
  }

  /**
   * One step: sample, reward, compare, learn.
   *
   * @param step from 0
   * @param tasks one for each group
   */
  public GrpoMetrics step(long step, List<T> tasks) {
    List<Rollout> rollouts = sampler.sample(step, tasks, config.rollouts());
    double[][] rewards = rewards(step, tasks, rollouts);
    var advantages = new ArrayList<Advantages>();
    for (double[] group : rewards) {
      advantages.add(Advantages.of(group, config.baseline()));
    }
    var batch = new Batch(rollouts, rewards, advantages);
    StepConfig optimiser = StepConfig.atRate(rate.at(step));
    Learned learned = Learned.NOTHING;
    for (int part = 0; part < config.miniBatches(); part++) {
      learned = learn(batch, batch.part(part, config.miniBatches()), optimiser, learned);
    }
    return batch.metrics(learned);
  }

  private Learned learn(Batch batch, List<Rollout> part, StepConfig optimiser, Learned before) {
    List<Row> rows =
        Row.of(part).stream()
            .filter(row -> row.exchange().response().length > 0)
            .filter(row -> config.credit() == Credit.ALL || row.answer())
            .filter(row -> counts(batch.advantages().get(row.key().group())))
            .toList();
    if (rows.isEmpty()) {
      return before;
    }
    Unique unique = Unique.of(rows.stream().map(Row::exchange).toList());
    var loss = new GrpoLoss(lossRows(batch, rows, unique), config);
    double sum =
        policy.accumulate(unique.sequences(), config.temperature(), unique.gather(loss.from(0)));
    if (before.tokens() == 0 && loss.stats().drift() > MOST_DRIFT) {
      throw new TrainException(
          "log-probabilities of sampler and trainer differ by %s, at most %s is rounding; the engine's two forward passes disagree"
              .formatted(loss.stats().drift(), MOST_DRIFT));
    }
    StepReport report = policy.step(optimiser);
    return before.and(sum, loss.stats(), report);
  }

  private boolean counts(Advantages group) {
    return switch (group.signal()) {
      case SOME -> true;
      case NONE, ALONE -> !config.skipZeroSignal();
      case FAILED -> false;
    };
  }

  private List<LossRow> lossRows(Batch batch, List<Row> rows, Unique unique) {
    float[][] anchors =
        config.klWeight() > 0
            ? unique.spread(start.logProbs(unique.sequences(), config.temperature()))
            : new float[rows.size()][0];
    double sign = config.control() == Control.SIGN_FLIPPED ? -1 : 1;
    var known = new ArrayList<LossRow>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double advantage = batch.advantage(row.key());
      known.add(new LossRow(sign * advantage, exact(row.exchange().logProbs()), exact(anchors[i])));
    }
    return known;
  }

  private double[][] rewards(long step, List<T> tasks, List<Rollout> rollouts) {
    var rewards = new double[tasks.size()][config.rollouts()];
    double[] earned =
        reward.all(rollouts.stream().map(one -> tasks.get(one.group())).toList(), rollouts);
    for (int i = 0; i < earned.length; i++) {
      rewards[rollouts.get(i).group()][rollouts.get(i).index()] = earned[i];
    }
    if (config.control() == Control.SHUFFLED_REWARDS) {
      shuffle(rewards, seeds.stream(1).at(step, 0, 0, 0));
    }
    return rewards;
  }

  private static void shuffle(double[][] rewards, long seed) {
    var all = new ArrayList<Double>();
    for (double[] group : rewards) {
      for (double one : group) {
        all.add(one);
      }
    }
    Collections.shuffle(all, new Random(seed));
    int next = 0;
    for (double[] group : rewards) {
      for (int i = 0; i < group.length; i++) {
        group[i] = all.get(next++);
      }
    }
  }

  private static double[] exact(float[] values) {
    var exact = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      exact[i] = values[i];
    }
    return exact;
  }
}
