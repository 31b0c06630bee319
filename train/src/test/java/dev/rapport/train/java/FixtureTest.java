package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and logits of src/test/python/fixtures.py. */
final class FixtureTest {
  @ParameterizedTest
  @ValueSource(strings = {"tiny-qwen2", "tiny-qwen3"})
  void logits_areThoseOfAnIndependentProgram(String name) throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource(name)).toURI());
    try (var engine = JavaEngine.load(folder, 2)) {
      JsonNode cases = new ObjectMapper().readTree(Files.readString(folder.resolve("logits.json")));
      assertThat(cases).hasSize(3);
      for (JsonNode golden : cases) {
        var tokens = new int[golden.path("tokens").size()];
        for (int i = 0; i < tokens.length; i++) {
          tokens[i] = golden.path("tokens").path(i).intValue();
        }
        float[] logits = engine.logits(tokens);
        for (int i = 0; i < logits.length; i++) {
          assertThat((double) logits[i])
              .as("token %d", i)
              .isCloseTo(golden.path("logits").path(i).doubleValue(), within(1e-4));
        }
      }
    }
  }
}
