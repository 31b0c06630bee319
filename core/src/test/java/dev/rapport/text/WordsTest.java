package dev.rapport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void givenASentence_givesItsContent() {
    assertThat(Words.stems("She's been Playing the GUITARS, and I don't!"))
        .containsExactly("play", "guitar");
  }

  @ParameterizedTest
  @CsvSource({
    "bikes,bike",
    "dishes,dish",
    "running,run",
    "cities,city",
    "preferred,prefers",
    "loves,loving",
    "teas,tea",
    "glasses,glass",
    "buses,bus"
  })
  void givenFormsOfAWord_givesOneStem(String one, String other) {
    assertThat(Words.stems(one)).isEqualTo(Words.stems(other)).hasSize(1);
  }

  @Test
  void givenChinese_givesPairs() {
    assertThat(Words.stems("我喜欢茶。茶")).containsExactly("我喜", "喜欢", "欢茶", "茶");
  }

  @Test
  void givenTheSameWordsInAnotherForm_givesTheSamePlainText() {
    assertThat(Words.plain("  Café — Au\tLAIT! "))
        .isEqualTo(Words.plain("cafe\u0301 au lait"))
        .isEqualTo("café au lait");
  }

  @Test
  void givenLoneSurrogatesAndNothing_doesNotThrow() {
    assertThat(Words.stems("")).isEmpty();
    assertThat(Words.stems("\uD83D \uDC00 !!")).isEmpty();
  }

  @Test
  void givenAGiantWord_takesLinearTime() {
    String text = "x".repeat(500_000) + "茶".repeat(200_000);

    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Words.stems(text));
  }
}
