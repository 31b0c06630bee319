package dev.rapport.local.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnTextTest {
  @Test
  void givenADraftInQuotes_thenItsSentencesAreQuotedAndShareABlock() {
    TurnText turn =
        TurnText.of(
            "Make it polite: 'Dear Sirs, I stood always by the loudspeaker. A chair is soup.'");

    assertThat(texts(turn, Zone.DIRECT)).containsExactly("Make it polite:");
    assertThat(texts(turn, Zone.QUOTED))
        .containsExactly("Dear Sirs, I stood always by the loudspeaker.", "A chair is soup.");
    assertThat(turn.sentences().get(1).block()).isEqualTo(turn.sentences().get(2).block());
  }

  @Test
  void givenApostrophes_thenTheyOpenAndCloseNothing() {
    TurnText turn =
        TurnText.of(
            "It's the boys' van and I don't drive it, 'cause they're late. 'til noon, rock 'n'"
                + " roll.");

    assertThat(texts(turn, Zone.QUOTED)).isEmpty();
    assertThat(turn.sentences()).hasSize(2);
  }

  @Test
  void givenAWordHeldUp_thenItIsNoQuotation() {
    assertThat(texts(TurnText.of("Now I'm 'ms. scarf' to the whole team."), Zone.QUOTED)).isEmpty();
  }

  @Test
  void givenAQuotationThatNeverCloses_thenItRunsToTheEnd() {
    TurnText turn = TurnText.of("She wrote: \"I want it loud and purple and fast. No museums");

    assertThat(texts(turn, Zone.QUOTED))
        .containsExactly("I want it loud and purple and fast.", "No museums");
  }

  @Test
  void givenSmallLettersOnly_thenSentencesStillEnd() {
    assertThat(texts(TurnText.of("i lost my voice. they put the lights on"), Zone.DIRECT))
        .containsExactly("i lost my voice.", "they put the lights on");
  }

  @Test
  void givenAbbreviationsInitialsAndListNumbers_thenNothingEndsThere() {
    assertThat(
            texts(
                TurnText.of("Dr. A. Rao wants a paragraph.\n1. 14 November, festival."),
                Zone.DIRECT))
        .containsExactly("Dr. A. Rao wants a paragraph.", "1. 14 November, festival.");
  }

  @Test
  void givenCodeAndConfiguration_thenNobodySpeaksThere() {
    TurnText turn =
        TurnText.of(
            "Why?\n```js\nlet me = my.love();\n```\nstore_url = a_b\napi_key = c_d\nBye now.");

    assertThat(texts(turn, Zone.DIRECT)).containsExactly("Why?", "Bye now.");
  }

  @Test
  void givenQuotedMail_thenItIsQuoted() {
    assertThat(texts(TurnText.of("Answer this.\n> I love golf\n> and malt"), Zone.QUOTED))
        .containsExactly("I love golf", "and malt");
  }

  @Test
  void givenJapanese_thenSentencesEndAtTheWideStop() {
    assertThat(texts(TurnText.of("トリュフは惜しまず。野菜はいりません。"), Zone.DIRECT)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyText_thenSentencesAreVerbatimInOrderAndApart(long seed) {
    Random random = new Random(seed);
    String signs = "ab. '\"\n`>!?…’‘“”«»=_{}1é漢😀\u0000";
    int[] points = signs.codePoints().toArray();
    String text =
        IntStream.range(0, 400)
            .map(i -> points[random.nextInt(points.length)])
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    int end = 0;
    for (Sentence sentence : TurnText.of(text).sentences()) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
      assertThat(sentence.text()).isEqualTo(text.substring(sentence.start(), sentence.end()));
      assertThat(sentence.text()).isNotBlank();
      end = sentence.end();
    }
  }

  @Test
  void givenTenMegabytes_thenItTakesSeconds() {
    for (String unit : List.of("I don't like it. ", "'a ", "\"", ".", "'", "\n> x", "`", "...a")) {
      String text = unit.repeat(10_000_000 / unit.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(30), () -> assertThat(TurnText.of(text).text()).isNotEmpty());
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static List<String> texts(TurnText turn, Zone zone) {
    return turn.sentences().stream()
        .filter(sentence -> sentence.zone() == zone)
        .map(Sentence::text)
        .toList();
  }
}
