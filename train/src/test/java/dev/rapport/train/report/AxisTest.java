package dev.rapport.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.71, '0.0 0.2 0.4 0.6 0.8'",
    "3.4, 0.01, '0 1 2 3 4'",
    "-0.002, 0.003, '-0.002 0.000 0.002 0.004'",
    "1200, 43000, '0k 20k 40k 60k'",
    "7, 9, '0.0 2.5 5.0 7.5 10.0'",
    "0, 0, '0.00 0.25 0.50 0.75 1.00'",
    "NaN, 0.00004, '0.00000 0.00001 0.00002 0.00003 0.00004'"
  })
  void marks_areRoundAndHoldAllValuesAndZero(double one, double other, String marks) {
    Axis axis = Axis.over(DoubleStream.of(one, other));

    List<String> texts = axis.marks().stream().map(axis::text).toList();
    assertThat(String.join(" ", texts)).isEqualTo(marks);
    assertThat(axis.share(0)).isBetween(0.0, 1.0);
    assertThat(axis.share(other)).isBetween(0.0, 1.0);
  }
}
