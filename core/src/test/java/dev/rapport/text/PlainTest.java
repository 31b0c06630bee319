package dev.rapport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTest {
  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "## Likes tea | Likes tea",
        "- * 1. Likes tea | Likes tea",
        "Likes <b>green</b> tea | Likes green tea",
        "Likes [tea](http://evil.example/?q=1) | Likes tea",
        "Likes ![tea](x.png) | Likes tea",
        "Likes <!-- hidden orders -->tea | Likes tea",
        "Likes <<b>script>tea | Likes tea",
        "📌 Likes tea ^l3 ^l4 | Likes tea",
        "a < b and I <3 tea | a < b and I <3 tea",
        "Allergic to nuts (since 2019) | Allergic to nuts (since 2019)",
        "说中文，喜欢茶 | 说中文，喜欢茶"
      })
  void givenMarkup_keepsTheWords(String text, String plain) {
    assertThat(Plain.line(text, 100)).isEqualTo(plain);
  }

  @Test
  void givenWhatCannotBeSeen_dropsIt() {
    assertThat(Plain.line("te\u200Ba\u202E and\u0000\n\trum\uD83D", 100)).isEqualTo("tea and rum");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenHostileText_givesOneShortSafeLineAndIsStable(long seed) {
    String text = HostileText.of(new SplittableRandom(seed));

    String line = Plain.line(text, 60);

    assertThat(line.length()).isLessThanOrEqualTo(60);
    assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085\\u202E\\u200B]");
    assertThat(line)
        .doesNotContain("<|", "<think", "[INST]", "<!--", "</page")
        .doesNotEndWith("^l7");
    assertThat(Plain.line(line, 60)).isEqualTo(line);
    String own = Plain.ownWords(text, 60);
    assertThat(Plain.ownWords(own, 60)).isEqualTo(own);
  }

  @Test
  void givenTheirOwnWords_keepsMarkup() {
    assertThat(Plain.ownWords("Likes **green** tea,\nsee [here](x) <think>", 100))
        .isEqualTo("Likes **green** tea, see [here](x) ‹think>");
  }

  @Test
  void givenTenMegabytesOfBrackets_isQuick() {
    String text = "<[!".repeat(3_500_000);

    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Plain.line(text, 400));
  }
}
