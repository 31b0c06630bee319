package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {
  private static Duration of(Map<String, String> headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return RetryAfter.of(
        HttpHeaders.of(all, (name, value) -> true), Clock.fixed(Calling.NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3                             | PT3S",
        "0.25                          | PT0.25S",
        "Fri, 02 Jan 2026 03:04:15 GMT | PT10S",
        "Fri, 02 Jan 2026 03:00:00 GMT | PT0S",
        "99999999999                   | PT24H",
        "-1                            | PT0S",
        "soon                          | PT0S",
        "''                            | PT0S",
      })
  void givenAnyForm_itIsRead(String value, Duration expected) {
    assertThat(of(Map.of("Retry-After", value))).isEqualTo(expected);
  }

  @Test
  void givenTheServersOwnDate_itsClockCounts() {
    var headers =
        Map.of(
            "Date",
            "Sat, 03 Jan 2026 00:00:00 GMT",
            "Retry-After",
            "Sat, 03 Jan 2026 00:00:04 GMT");

    assertThat(of(headers)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void givenNoHeader_itIsZero() {
    assertThat(of(Map.of())).isEqualTo(Duration.ZERO);
  }
}
