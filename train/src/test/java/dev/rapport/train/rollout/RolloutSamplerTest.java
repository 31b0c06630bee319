package dev.rapport.train.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.policy.Sampling;
import dev.rapport.train.tabular.TabularEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RolloutSamplerTest {
  private static final Sampling SAMPLING = new Sampling(1, 1, Set.of(0));

  private final TabularEngine policy = new TabularEngine(4);

  @Test
  void givenHistoriesOfDifferentLength_readsEachToItsEndAndAnswersOnce() {
    List<Rollout> rollouts = sampler(1).sample(0, List.of(new Notes(2), new Notes(0)), 3);
    assertThat(rollouts).hasSize(6);
    assertThat(rollouts).extracting(one -> one.updates().size()).containsExactly(2, 2, 2, 0, 0, 0);
    assertThat(rollouts).extracting(Rollout::group).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @Test
  void whatIsPasted_isThePageAsWrittenLast() {
    for (Rollout rollout : sampler(2).sample(0, List.of(new Notes(2)), 8)) {
      int[] first = rollout.exchanges().get(0).words();
      assertThat(rollout.exchanges().get(1).prompt())
          .isEqualTo(new Notes(2).updatePrompt(1, first));
      int[] second = rollout.exchanges().get(1).words();
      assertThat(rollout.answer().prompt()).isEqualTo(new Notes(2).answerPrompt(second));
    }
  }

  @Test
  void whatElseIsInTheBatch_changesNothing() {
    List<Rollout> alone = sampler(3).sample(7, List.of(new Notes(1)), 2);
    List<Rollout> among = sampler(3).sample(7, List.of(new Notes(1), new Notes(2)), 4);
    for (int i = 0; i < 2; i++) {
      assertThat(among.get(i).answer().response()).isEqualTo(alone.get(i).answer().response());
    }
  }

  @Test
  void givenAnotherPlace_drawsFromAnotherSeed() {
    var seeds = new Seeds(1);
    assertThat(
            List.of(
                seeds.at(0, 0, 0, 0),
                seeds.at(1, 0, 0, 0),
                seeds.at(0, 1, 0, 0),
                seeds.at(0, 0, 1, 0),
                seeds.at(0, 0, 0, 1),
                new Seeds(2).at(0, 0, 0, 0),
                seeds.stream(1).at(0, 0, 0, 0)))
        .doesNotHaveDuplicates();
  }

  private RolloutSampler sampler(long seed) {
    return new RolloutSampler(policy, SAMPLING, new Seeds(seed));
  }

  private record Notes(int updates) implements RolloutTask {
    @Override
    public int[] blankPage() {
      return new int[] {9};
    }

    @Override
    public int[] updatePrompt(int chunk, int[] page) {
      return framed(50 + chunk, page);
    }

    @Override
    public int[] answerPrompt(int[] page) {
      return framed(70, page);
    }

    @Override
    public int pageTokens() {
      return 3;
    }

    @Override
    public int answerTokens() {
      return 2;
    }

    private static int[] framed(int mark, int[] page) {
      var framed = new int[page.length + 1];
      framed[0] = mark;
      System.arraycopy(page, 0, framed, 1, page.length);
      return framed;
    }
  }
}
