package dev.rapport.data.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
  @Test
  void givenTheSample_itsSecondHalfIsTheBenchmark() {
    Map<Integer, Split> splits = Split.of(numbers(32), true, 42);

    splits.forEach((number, split) -> assertThat(split == Split.BENCHMARK).isEqualTo(number > 16));
    assertThat(Collections.frequency(splits.values(), Split.VAL)).isEqualTo(2);
    assertThat(Split.of(numbers(32), true, 42)).isEqualTo(splits);
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,0", "2,1,1,0", "3,1,1,1", "10,2,7,1", "1000,200,720,80"})
  void givenOthers_theSharesAreDrawn(int personas, int benchmark, int train, int val) {
    var splits = Split.of(numbers(personas), false, 7).values();

    assertThat(Collections.frequency(splits, Split.BENCHMARK)).isEqualTo(benchmark);
    assertThat(Collections.frequency(splits, Split.TRAIN)).isEqualTo(train);
    assertThat(Collections.frequency(splits, Split.VAL)).isEqualTo(val);
  }

  private static List<Integer> numbers(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }
}
