package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.RolloutTask;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.tabular.RelayTask;
import dev.rapport.train.tabular.TabularEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GrpoTest {
  private static final GrpoConfig CONFIG = GrpoConfig.DEFAULT.withBatch(2, 4).withKlWeight(0);
  private static final List<RelayTask> TASKS = List.of(new RelayTask(0), new RelayTask(1));

  private final TabularEngine policy = new TabularEngine(3);

  @Test
  void givenEqualRewards_learnsNothing() {
    GrpoMetrics metrics = grpo(CONFIG, (task, rollout) -> .7).step(0, TASKS);
    assertThat(metrics.zeroSignalShare()).isEqualTo(1);
    assertThat(metrics.gradientNorm()).isZero();
    assertThat(metrics.reward()).isCloseTo(.7, within(1e-12));
    assertThat(metrics.trainedTokens()).isEqualTo(16);
  }

  @Test
  void givenEqualRewards_theKlStillPulls() {
    TabularEngine start = policy.freeze();
    policy.put(new double[] {2, 0, 0}, RelayTask.READ, 0);
    GrpoConfig config = CONFIG.withKlWeight(.1);
    GrpoMetrics metrics = this.<RelayTask>grpo(config, start, (task, rollout) -> 1).step(0, TASKS);
    assertThat(metrics.kl()).isPositive();
    assertThat(metrics.gradientNorm()).isPositive();
  }

  @Test
  void givenAnUntouchedStart_theKlIsZero() {
    GrpoConfig config = CONFIG.withKlWeight(.1);
    GrpoMetrics metrics =
        this.<RelayTask>grpo(config, policy.freeze(), (task, rollout) -> 1).step(0, TASKS);
    assertThat(metrics.kl()).isZero();
  }

  @Test
  void givenAFailedReward_leavesTheGroupOut() {
    GrpoMetrics metrics =
        grpo(
                CONFIG,
                (task, rollout) ->
                    task.symbol() == 0 && rollout.index() == 1 ? Double.NaN : rollout.index())
            .step(0, TASKS);
    assertThat(metrics.failedGroups()).isEqualTo(1);
    assertThat(metrics.trainedTokens()).isEqualTo(8);
    assertThat(policy.probabilities(RelayTask.READ, 0)).containsOnly(1.0 / 3);
    assertThat(policy.probabilities(RelayTask.READ, 1)).doesNotContain(1.0 / 3);
  }

  @Test
  void givenOneRolloutAGroup_learnsNothing() {
    GrpoMetrics metrics = grpo(CONFIG.withBatch(2, 1), (task, rollout) -> 1).step(0, TASKS);
    assertThat(metrics.gradientNorm()).isZero();
  }

  @Test
  void givenAnswersOnly_pagesStayAsTheyWere() {
    GrpoMetrics metrics =
        grpo(CONFIG.withCredit(Credit.ANSWER_ONLY), (task, rollout) -> rollout.index())
            .step(0, TASKS);
    assertThat(metrics.trainedTokens()).isEqualTo(8);
    assertThat(policy.probabilities(RelayTask.READ, 0)).containsOnly(1.0 / 3);
    assertThat(metrics.gradientNorm()).isPositive();
  }

  @Test
  void givenMiniBatches_takesAStepForEach() {
    GrpoMetrics metrics =
        grpo(CONFIG.withMiniBatches(2), (task, rollout) -> rollout.index()).step(0, TASKS);
    assertThat(metrics.trainedTokens()).isEqualTo(16);
    assertThat(metrics.drift()).isLessThan(1e-6);
  }

  @Test
  void givenEmptyAnswers_hasADefinedResult() {
    GrpoMetrics metrics =
        this.<Wordless>grpo(CONFIG, policy, (task, rollout) -> rollout.index())
            .step(0, List.of(new Wordless(), new Wordless()));
    assertThat(metrics.trainedTokens()).isZero();
    assertThat(metrics.emptyShare()).isEqualTo(1);
    assertThat(metrics.gradientNorm()).isZero();
  }

  @Test
  void givenATemperature_samplerAndTrainerAgree() {
    policy.put(new double[] {1, 0, -1}, RelayTask.READ, 0);
    var warm =
        new GrpoConfig(
            2,
            4,
            1,
            .5,
            Baseline.MEAN,
            Clip.DEFAULT,
            0,
            Aggregation.TOKEN_MEAN,
            1,
            false,
            Credit.ALL,
            Control.NONE);
    assertThat(grpo(warm, (task, rollout) -> rollout.index()).step(0, TASKS).drift())
        .isLessThan(1e-6);
  }

  @Test
  void givenRateZero_changesNothing() {
    var grpo =
        new Grpo<RelayTask>(
            policy,
            policy,
            (task, rollout) -> rollout.index(),
            CONFIG,
            new Rate(0, 0),
            Set.of(),
            new Seeds(1));
    grpo.step(0, TASKS);
    assertThat(policy.probabilities(RelayTask.READ, 0)).containsOnly(1.0 / 3);
  }

  private Grpo<RelayTask> grpo(GrpoConfig config, Reward<RelayTask> reward) {
    return grpo(config, policy, reward);
  }

  private <T extends RolloutTask> Grpo<T> grpo(
      GrpoConfig config, TabularEngine start, Reward<T> reward) {
    return new Grpo<>(policy, start, reward, config, new Rate(1, 0), Set.of(), new Seeds(1));
  }

  /** A task whose answers have no room for a word. */
  private record Wordless() implements RolloutTask {
    @Override
    public int updates() {
      return 0;
    }

    @Override
    public int[] blankPage() {
      return new int[0];
    }

    @Override
    public int[] updatePrompt(int chunk, int[] page) {
      throw new IllegalStateException("there are no updates");
    }

    @Override
    public int[] answerPrompt(int[] page) {
      return new int[] {RelayTask.ASKED};
    }

    @Override
    public int pageTokens() {
      return 0;
    }

    @Override
    public int answerTokens() {
      return 0;
    }
  }
}
