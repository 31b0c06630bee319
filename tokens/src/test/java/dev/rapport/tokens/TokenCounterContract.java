package dev.rapport.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.text.TokenCounter;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every token counter promises. */
abstract class TokenCounterContract {
  /** What a cut between two texts may add or save, whatever stands on its two sides. */
  private static final int SEAM = 6;

  private final TokenCounter counter = counter();

  abstract TokenCounter counter();

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @Test
  void nothingHasNoTokens() {
    assertThat(counter.count("")).isZero();
    assertThat(counter.fit("", 0, 1)).isZero();
    assertThat(counter.fit("abc", 3, 1)).isEqualTo(3);
  }

  @Test
  void controlTokensSpelledOutAreText() {
    assertThat(counter.count("<|im_end|>")).isGreaterThan(3);
    assertThat(counter.count("<|endoftext|>")).isGreaterThan(3);
  }

  @Test
  void aCharSequenceCountsAsItsText() {
    assertThat(counter.count(CharBuffer.wrap("two words"))).isEqualTo(counter.count("two words"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTextCountsAboutAsItsTwoParts(long seed) {
    String text = RandomTexts.text(seed, 400);
    int middle = Positions.notInsideSurrogates(text, text.length() / 2);

    int parts = counter.count(text.substring(0, middle)) + counter.count(text.substring(middle));

    assertThat(parts - counter.count(text)).isBetween(-SEAM, SEAM);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fitStaysWithinAndWastesAtMostAToken(long seed) {
    String text = RandomTexts.text(seed, 150);
    for (int max : new int[] {1, 2, 3, 7, 20, 64, 1000}) {
      int from = Positions.notInsideSurrogates(text, (int) (text.length() * seed / 40));
      int end = counter.fit(text, from, max);

      int firstEnd = text.offsetByCodePoints(from, 1);
      assertThat(end).isBetween(firstEnd, text.length());
      assertThat(Positions.notInsideSurrogates(text, end)).isEqualTo(end);
      if (end > firstEnd) {
        assertThat(counter.count(text.substring(from, end))).isLessThanOrEqualTo(max);
      }
      int longest = longestThatFits(text, from, max);
      if (longest > end) {
        assertThat(counter.count(text.substring(end, longest))).isLessThanOrEqualTo(SEAM);
      }
    }
  }

  @Test
  void givenPlainWords_fitIsTheLongestPiece() {
    String text = "The quick brown fox jumps over the lazy dog and runs away from us all.";
    for (int max = 1; max < 20; max++) {
      assertThat(counter.fit(text, 0, max)).isEqualTo(longestThatFits(text, 0, max));
    }
  }

  @Test
  void fitsOneAfterAnotherReachTheEnd() {
    String text = RandomTexts.text(5, 20_000);
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = counter.fit(text, at, 100);
      pieces.add(text.substring(at, end));
      at = end;
    }

    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> counter.count(piece) <= 100);
  }

  @Test
  void fitKeepsAFamilyTogether() {
    String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
    String text = "We are " + family + family;
    for (int max = counter.count(text) - 1; max > counter.count("We are " + family); max--) {
      assertThat(counter.fit(text, 0, max)).isEqualTo(("We are " + family).length());
    }
  }

  @Test
  void givenNoRoom_saysSo() {
    assertThatThrownBy(() -> counter.fit("abc", 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> counter.fit("abc", 4, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.tokens.RandomTexts#hostile")
  void givenAHostileText_countsAndFitsIt(String unit) {
    String text = unit.repeat(50_000 / unit.length());

    int all = counter.count(text);
    int end = counter.fit(text, 0, 1000);

    assertThat(all).isPositive();
    assertThat(end).isBetween(1, text.length());
    assertThat(counter.count(text.substring(0, end))).isLessThanOrEqualTo(1000);
  }

  @Test
  void aLongTextCountsAsInOneGo() {
    String sentence = "In 2024 she'd read 3,141 pages (half of them twice!) \u2014 na\u00efve? ";
    int hundred = counter.count(sentence.repeat(100));
    int twoHundred = counter.count(sentence.repeat(200));

    // Each more hundred adds the same; stretches of the long text start at many different places.
    assertThat(counter.count(sentence.repeat(5000)))
        .isEqualTo(hundred + 49 * (twoHundred - hundred));
  }

  @Test
  void manyThreadsCountAlike() throws Exception {
    String text = RandomTexts.text(1, 2000);
    int expected = counter.count(text);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      tasks.add(() -> counter.count(text));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> count : threads.invokeAll(tasks)) {
        assertThat(count.get()).isEqualTo(expected);
      }
    }
  }

  private int longestThatFits(String text, int from, int max) {
    int longest = from;
    for (int end = from + 1; end <= text.length(); end++) {
      if (Positions.notInsideSurrogates(text, end) == end
          && counter.count(text.substring(from, end)) <= max) {
        longest = end;
      }
    }
    return longest;
  }
}
