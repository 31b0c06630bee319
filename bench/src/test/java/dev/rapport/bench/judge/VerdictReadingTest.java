package dev.rapport.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerdictReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It fits.\nVerdict: yes",
        "verdict: YES.",
        "**Verdict:** yes",
        "**Verdict: yes**",
        "Verdict: **Yes**",
        "Verdict - \"yes\"",
        "VERDICT = yes",
        "The verdict is yes.",
        "### Verdict\nVerdict: Yes, because it suits them",
        "Verdict: no\nOn reflection:\nVerdict: yes",
        "{\"reason\": \"fits\", \"verdict\": \"yes\"}",
        "{\"verdict\": true}",
        "Score: 1.0",
        "score: 1",
        "\\boxed{yes}",
        "Final answer: \\boxed{\\text{Yes}}",
        "$\\boxed{1}$",
        "yes",
        "Yes.",
        "**YES**",
        "It is suitable in every way.\nyes",
        "Yes, the answer fits the preference.",
        "Verdict: correct",
        "Verdict: pass"
      })
  void readsYes(String reply) {
    assertThat(VerdictReading.of(reply)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Verdict: no",
        "yes in part, but it names fish.\nVerdict: no",
        "**Verdict:** No",
        "{\"verdict\":\"no\"}",
        "{\"verdict\": false}",
        "Score: 0",
        "score: 0.0",
        "\\boxed{no}",
        "No.",
        "No, it recommends fish.",
        "Verdict: incorrect",
        "Verdict: fail"
      })
  void readsNo(String reply) {
    assertThat(VerdictReading.of(reply)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n ",
        "I cannot judge this.",
        "Verdict: yes or no",
        "Verdict: yes/no",
        "Verdict: unclear",
        "Verdict: notable",
        "Verdict: yesterday",
        "Yes, it fits.\nNo, it does not.",
        "当然可以！",
        "Nobody knows",
        "Score: 0.7",
        "again and again and again"
      })
  void readsNothing(String reply) {
    assertThat(VerdictReading.of(reply)).isEqualTo(Optional.empty());
  }
}
