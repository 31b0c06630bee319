package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the published files from end to end where {@code RAPPORT_DATA} names a folder that holds
 * them, each data set in a folder of its own name.
 */
class RealDataTest {
  private static Path folder(String name) {
    String root =
        Objects.requireNonNullElse(
            System.getProperty("RAPPORT_DATA"),
            Objects.requireNonNullElse(System.getenv("RAPPORT_DATA"), ""));
    assumeTrue(!root.isEmpty(), "RAPPORT_DATA names no folder");
    Path folder = Path.of(root).resolve(name);
    assumeTrue(Files.isDirectory(folder), folder + " is not there");
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"personamem-v1", "personamem-v2", "prefeval", "locomo", "longmemeval"})
  void givenThePublishedFiles_everythingCanBeRead(String name) {
    DatasetCheck check = Datasets.check(name + ":" + folder(name));

    assertThat(check.problems()).isEmpty();
    assertThat(check.parts()).allSatisfy(part -> assertThat(part.problems()).isEmpty());
    assertThat(check.parts()).isNotEmpty();
  }
}
