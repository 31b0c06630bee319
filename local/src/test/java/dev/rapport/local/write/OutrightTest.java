package dev.rapport.local.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.language.TurnText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutrightTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am allergic to walnuts and I bake bread every Sunday.",
        "I'm vegetarian.",
        "I never fly, trains only.",
        "My favourite colour is green.",
        "I really hate small talk at parties."
      })
  void givenWordsAboutOneself_theyAreHeard(String text) {
    assertThat(TurnSigns.of(TurnText.of(text))).anyMatch(Outright::is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why does this function never return?",
        "My sister hates small talk.",
        "Please explain how vaccines work.",
        "I never get the right output from this function.",
        "Translate: 'I love olives.'"
      })
  void givenOtherWords_theyAreLeft(String text) {
    assertThat(TurnSigns.of(TurnText.of(text))).noneMatch(Outright::is);
  }
}
