package dev.rapport.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.score.Records;
import dev.rapport.bench.score.RunRecords;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final RunRecords RUN = Records.random(4, 12, 9, 0.8);

  @Test
  void givenARunAgainstItsBaseline_theDifferenceIsTheLossAndTheExamplesAreCounted() {
    RunRecords without =
        new RunRecords(
            RUN.spec(),
            RUN.questions(),
            RUN.pages(),
            RUN.baseline(),
            List.of(),
            List.of(),
            List.of());
    Comparison comparison =
        Comparison.of(List.of(new NamedRun("page", RUN), new NamedRun("none", without)));
    Comparison.Pair pair = comparison.pairs().getFirst();

    assertThat(pair.difference().value())
        .isCloseTo(
            (double) (pair.otherOnly() - pair.firstOnly()) / pair.difference().questions(),
            within(1e-12));
    assertThat(pair.difference().high()).isNegative();
    assertThat(comparison.examples().size())
        .isGreaterThanOrEqualTo(pair.otherOnly() + pair.firstOnly());
    assertThat(comparison.markdown()).contains("| page | none | choice | -");
  }

  @Test
  void givenRunsOverDifferentVersions_theMessageNamesBoth() {
    RunSpec spec = RUN.spec();
    RunRecords other =
        new RunRecords(
            new RunSpec(
                spec.dataset(),
                "v2",
                spec.strategy(),
                spec.variant(),
                spec.mode(),
                spec.settings(),
                spec.models(),
                spec.prompts(),
                spec.seed(),
                spec.recallTokens(),
                spec.limit()),
            RUN.questions(),
            RUN.pages(),
            RUN.answers(),
            RUN.verdicts(),
            RUN.baseline(),
            List.of());

    assertThatThrownBy(
            () -> Comparison.of(List.of(new NamedRun("a", RUN), new NamedRun("b", other))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version v1")
        .hasMessageContaining("version v2");
  }
}
