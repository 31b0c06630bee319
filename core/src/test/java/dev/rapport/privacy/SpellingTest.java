package dev.rapport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every match holds is looked for first; it must never keep a match from being found. */
final class SpellingTest {
  private static final List<String> PIECES =
      List.of(
          "ana",
          "example",
          "org",
          "ana (at) example",
          " at example",
          " dot org",
          "(dot) org",
          "po box 12",
          " ",
          "at",
          "AT",
          "aT",
          "@",
          "dot",
          "Dot",
          "DOT",
          ".",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "P.O.",
          "po",
          "\u212A",
          "\u017F",
          "BOX",
          "box",
          "Po\u017Ftfach",
          "Postfach",
          "apartado",
          "postal",
          "no.",
          "12",
          "345",
          ", ",
          "\n");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyText_whatMatchesHoldsAWord(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(1, 14); pieces > 0; pieces--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      for (Spelling spelling : SpelledDetector.SPELLINGS) {
        if (spelling.pattern().matcher(text.toString()).find()) {
          assertThat(spelling.mayBeIn(text.toString())).as("%s in %s", spelling, text).isTrue();
        }
      }
    }
  }
}
