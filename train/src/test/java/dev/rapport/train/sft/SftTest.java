package dev.rapport.train.sft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.tabular.TabularEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SftTest {
  private final TabularEngine policy = new TabularEngine(4);

  @Test
  void givenExamples_makesThemLikelier() {
    var sft = new Sft(policy);
    var examples = List.of(Example.of(new int[] {9}, new int[] {2, 0}));
    SftMetrics first = sft.step(examples, StepConfig.atRate(2));
    assertThat(first.loss()).isCloseTo(Math.log(4), within(1e-6));
    for (int i = 0; i < 100; i++) {
      sft.step(examples, StepConfig.atRate(2));
    }
    assertThat(policy.probabilities(9)[2]).isGreaterThan(.95);
    assertThat(policy.probabilities(9, 2)[0]).isGreaterThan(.95);
  }

  @Test
  void givenAMask_learnsOnlyWhatCounts() {
    var masked = new Example(new int[] {9, 1, 2, 3}, new boolean[] {false, true, false, true});
    SftMetrics metrics = new Sft(policy).step(List.of(masked), StepConfig.atRate(1));
    assertThat(metrics.trainedTokens()).isEqualTo(2);
    assertThat(policy.probabilities(9)[1]).isGreaterThan(.25);
    assertThat(policy.probabilities(9, 1)).containsOnly(.25);
    assertThat(policy.probabilities(9, 1, 2)[3]).isGreaterThan(.25);
  }

  @Test
  void givenExamplesOfAnyLength_packsEachOnceWithinTheBudget() {
    var examples = new ArrayList<Example>();
    for (int i = 1; i <= 40; i++) {
      examples.add(Example.of(new int[i], new int[1 + i % 3]));
    }
    List<List<Example>> packs = Packing.of(examples, 64);
    assertThat(packs.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(examples);
    assertThat(packs)
        .allSatisfy(
            pack ->
                assertThat(pack.stream().mapToInt(one -> one.tokens().length).sum())
                    .isLessThanOrEqualTo(64));
  }

  @Test
  void givenAnExampleLongerThanThePack_getsOneOfItsOwn() {
    var examples =
        List.of(Example.of(new int[100], new int[1]), Example.of(new int[3], new int[1]));
    assertThat(Packing.of(examples, 64)).hasSize(2);
  }

  @Test
  void givenAMaskThatDoesNotFit_isRefused() {
    assertThatThrownBy(() -> new Example(new int[3], new boolean[2])).hasMessageContaining("3");
  }
}
