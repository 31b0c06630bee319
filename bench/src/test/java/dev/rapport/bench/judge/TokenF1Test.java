package dev.rapport.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TokenF1Test {
  @Test
  void givenWordsInCommon_itIsTheirHarmonicMean() {
    assertThat(TokenF1.of("a red bicycle", "the red car")).isCloseTo(0.5, within(1e-12));
    assertThat(TokenF1.of("red red red", "red")).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void givenOtherFormsOfAWord_theyAreTheSame() {
    assertThat(TokenF1.of("She was cycling!", "she was cycled")).isEqualTo(1);
  }

  @Test
  void givenNothingOrNoWordInCommon_itIsZero() {
    assertThat(TokenF1.of("", "the red car")).isZero();
    assertThat(TokenF1.of("the", "a")).isZero();
    assertThat(TokenF1.of("blue", "red")).isZero();
  }

  @Test
  void givenAList_eachCountsOnceWhateverTheOrder() {
    assertThat(TokenF1.ofList("paris, rome", "rome, paris")).isEqualTo(1);
    assertThat(TokenF1.ofList("paris", "rome, paris")).isEqualTo(0.5);
  }
}
