package dev.rapport.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts of a few texts, so that no change of library or vocabulary passes unseen. A line of {@code
 * golden/counts.txt} is the count by o200k, the count by qwen3, and the text with Java escapes.
 */
class GoldenCountsTest {
  private static final String FILE = "/golden/counts.txt";

  static Stream<String> lines() throws IOException {
    try (InputStream in = GoldenCountsTest.class.getResourceAsStream(FILE)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void countsStayWhatTheyWere(String line) {
    String[] parts = line.split("\\|", 3);
    String text = parts[2].translateEscapes();

    assertThat(TokenCounters.o200k().count(text)).isEqualTo(Integer.parseInt(parts[0]));
    assertThat(TokenCounters.qwen3().count(text)).isEqualTo(Integer.parseInt(parts[1]));
  }
}
