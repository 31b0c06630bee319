package dev.rapport.train.rollout;

import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs rollouts side by side: all first chunks, all second ones, ..., and at last all answers
 * (arXiv 2512.06688, sec. 3.2). A rollout of a short history waits for the others.
 */
public final class RolloutSampler {
  private final PolicyEngine policy;
  private final Sampling sampling;
  private final Seeds seeds;

  public RolloutSampler(PolicyEngine policy, Sampling sampling, Seeds seeds) {
    this.policy = policy;
    this.sampling = sampling;
    this.seeds = seeds;
  }

  /**
   * Samples a group of rollouts for each task.
   *
   * @param step of the run, for the seeds
   * @param size rollouts of a group
   * @return group by group, in order
   */
  public List<Rollout> sample(long step, List<? extends RolloutTask> tasks, int size) {
    var open = new ArrayList<Open>();
    for (int group = 0; group < tasks.size(); group++) {
      for (int index = 0; index < size; index++) {
        open.add(new Open(group, index, tasks.get(group)));
      }
    }
    int updates = tasks.stream().mapToInt(RolloutTask::updates).max().orElse(0);
    for (int chunk = 0; chunk < updates; chunk++) {
      int at = chunk;
      List<Open> reading = open.stream().filter(one -> at < one.task.updates()).toList();
      generate(step, reading, one -> one.updatePrompt(at), one -> one.task.pageTokens());
    }
    generate(step, open, Open::answerPrompt, one -> one.task.answerTokens());
    return open.stream().map(Open::rollout).toList();
  }

  private void generate(long step, List<Open> rollouts, Wording wording, Limit limit) {
    var prompts = new ArrayList<Prompt>();
    for (Open one : rollouts) {
      long seed = seeds.at(step, one.group, one.index, one.exchanges.size());
      prompts.add(new Prompt(wording.of(one), limit.of(one), seed));
    }
    List<Generated> written = policy.generate(prompts, sampling);
    for (int i = 0; i < rollouts.size(); i++) {
      rollouts.get(i).add(Exchange.of(prompts.get(i).tokens(), written.get(i)));
    }
  }

  @FunctionalInterface
  private interface Wording {
    int[] of(Open rollout);
  }

  @FunctionalInterface
  private interface Limit {
    int of(Open rollout);
  }

  /** A rollout under way. */
  private static final class Open {
    private final int group;
    private final int index;
    private final RolloutTask task;
    private final List<Exchange> exchanges = new ArrayList<>();
    private int[] page;

    Open(int group, int index, RolloutTask task) {
      this.group = group;
      this.index = index;
      this.task = task;
      page = task.blankPage();
    }

    int[] updatePrompt(int chunk) {
      return task.updatePrompt(chunk, page);
    }

    int[] answerPrompt() {
      return task.answerPrompt(page);
    }

    void add(Exchange exchange) {
      exchanges.add(exchange);
      page = exchange.words();
    }

    Rollout rollout() {
      return new Rollout(group, index, exchanges);
    }
  }
}
