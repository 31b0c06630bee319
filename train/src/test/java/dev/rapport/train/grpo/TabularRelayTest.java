package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.tabular.RelayTask;
import dev.rapport.train.tabular.TabularEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit has to reach what was written two conversations ago; the loop is the one of real runs. */
final class TabularRelayTest {
  private static final int SYMBOLS = 6;
  private static final GrpoConfig CONFIG = GrpoConfig.DEFAULT.withBatch(16, 16).withKlWeight(0);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whenAllConversationsLearn_theSymbolIsHandedOver(long seed) {
    assertThat(success(train(CONFIG, 600, seed))).isGreaterThanOrEqualTo(.95);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whenOnlyAnswersLearn_staysAtChance(long seed) {
    assertThat(success(train(CONFIG.withCredit(Credit.ANSWER_ONLY), 600, seed)))
        .isLessThanOrEqualTo(.25);
  }

  /**
   * Where all symbols are treated alike, with a chance p that one is kept and q that it is told,
   * success is {@code p q + (1 - p) (1 - q) / 5}: with p = q least at 1/6, chance. Descent from
   * there ends there, on a saddle.
   */
  @Test
  void whenTurnedRound_whatWasKnownFallsToChance() {
    var warm = new TabularEngine(SYMBOLS);
    favour(warm, RelayTask.READ);
    favour(warm, RelayTask.ASKED);
    assertThat(success(warm)).isGreaterThan(.35);
    train(warm, CONFIG.withControl(Control.SIGN_FLIPPED), 200, 1);
    assertThat(success(warm)).isCloseTo(1.0 / SYMBOLS, within(.03));
  }

  /**
   * With a reader that knows, descent has a way below chance: to write what will be misread. In the
   * formula above success falls in p as long as q is above 1/6, and then in q as p is below it; the
   * least is 0.
   */
  @Test
  void givenAReader_pagesAreLearnedAndTurnedRoundUnlearnedBelowChance() {
    var right = new TabularEngine(SYMBOLS);
    favour(right, RelayTask.ASKED);
    TabularEngine wrong = right.freeze();
    assertThat(success(right)).isCloseTo(1.0 / SYMBOLS, within(1e-9));
    assertThat(success(train(right, CONFIG, 200, 1))).isGreaterThanOrEqualTo(.95);
    assertThat(success(train(wrong, CONFIG.withControl(Control.SIGN_FLIPPED), 200, 1)))
        .isLessThanOrEqualTo(.05);
  }

  private static void favour(TabularEngine policy, int kind) {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      var favoured = new double[SYMBOLS];
      favoured[symbol] = 2;
      policy.put(favoured, kind, symbol);
    }
  }

  @Test
  void whenRewardsAreDealtAnew_learnsNothing() {
    assertThat(success(train(CONFIG.withControl(Control.SHUFFLED_REWARDS), 200, 1)))
        .isLessThanOrEqualTo(.25);
  }

  private static TabularEngine train(GrpoConfig config, int steps, long seed) {
    return train(new TabularEngine(SYMBOLS), config, steps, seed);
  }

  private static TabularEngine train(
      TabularEngine policy, GrpoConfig config, int steps, long seed) {
    try (PolicyEngine start = policy.freeze()) {
      var grpo =
          new Grpo<RelayTask>(
              policy,
              start,
              (task, rollout) -> rollout.answer().response()[0] == task.symbol() ? 1 : 0,
              config,
              new Rate(4, 0),
              Set.of(),
              new Seeds(seed));
      var random = new SplittableRandom(seed);
      for (int step = 0; step < steps; step++) {
        List<RelayTask> tasks = new ArrayList<>();
        for (int group = 0; group < config.groups(); group++) {
          tasks.add(new RelayTask(random.nextInt(SYMBOLS)));
        }
        grpo.step(step, tasks);
      }
    }
    return policy;
  }

  /** The exact chance that a symbol comes through. */
  private static double success(TabularEngine policy) {
    double sum = 0;
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      double[] pages = policy.probabilities(RelayTask.READ, symbol);
      for (int page = 0; page < SYMBOLS; page++) {
        sum += pages[page] * policy.probabilities(RelayTask.ASKED, page)[symbol];
      }
    }
    return sum / SYMBOLS;
  }
}
