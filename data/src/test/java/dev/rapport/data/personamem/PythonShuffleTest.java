package dev.rapport.data.personamem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors made with CPython 3: {@code random.seed(n)}, {@code random.shuffle}. */
class PythonShuffleTest {
  @Test
  void givenSeed42_theFirstBitsAreThoseOfPython() {
    var random = new MersenneTwister(42);

    assertThat(List.of(bits(random), bits(random), bits(random), bits(random)))
        .containsExactly(2746317213L, 478163327L, 107420369L, 3184935163L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          0;2,1,3,0;d
          1;2,3,1,0;d
          2;1,0,2,3;b
          3;0,3,1,2;a
          4;2,3,1,0;d
          5;3,1,0,2;c
          6;3,1,0,2;c
          7;3,2,1,0;d
          8;0,2,1,3;a
          9;3,0,2,1;b
          10;3,1,0,2;c
          11;0,2,3,1;a
          """)
  void givenARow_itsOptionsStandAsInTheTrainingData(int row, String order, char letter) {
    List<Integer> shown = PythonShuffle.optionOrder(row, 4);

    assertThat(shown).hasToString("[" + order.replace(",", ", ") + "]");
    assertThat((char) ('a' + shown.indexOf(0))).isEqualTo(letter);
  }

  @Test
  void givenTenRows_theyAreTakenInPythonsOrder() {
    assertThat(PythonShuffle.rowOrder(10)).containsExactly(7, 3, 2, 8, 5, 6, 9, 4, 0, 1);
  }

  @Test
  void givenThePublishedTable_itsFirstRowsAndLettersAreThoseOfPython() {
    assertThat(PythonShuffle.rowOrder(18_549).subList(0, 8))
        .containsExactly(10297, 46, 16362, 18092, 4279, 13442, 12934, 12247);
    int[] letters = new int[4];
    for (int row = 0; row < 18_549; row++) {
      letters[PythonShuffle.optionOrder(row, 4).indexOf(0)]++;
    }
    assertThat(letters).containsExactly(4632, 4632, 4592, 4693);
  }

  @Test
  void givenASeedOfMoreThan32Bits_theFirstBitsAreThoseOfPython() {
    assertThat(bits(new MersenneTwister(123_456_789_012_345L))).isEqualTo(2896848117L);
    assertThat(bits(new MersenneTwister(-42))).isEqualTo(2746317213L);
  }

  private static long bits(MersenneTwister random) {
    return Integer.toUnsignedLong(random.next());
  }
}
