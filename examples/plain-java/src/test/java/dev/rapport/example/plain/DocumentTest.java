package dev.rapport.example.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The samples of docs/java.md are cut from the examples. */
final class DocumentTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern SAMPLE =
      Pattern.compile("<!-- (examples/\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySample_isPartOfItsProgram() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/java.md"));
    List<MatchResult> samples = SAMPLE.matcher(page).results().toList();

    assertThat(samples).hasSize(3);
    for (MatchResult sample : samples) {
      assertThat(Files.readString(ROOT.resolve(sample.group(1)))).contains(sample.group(2));
    }
    assertThat(page.split("```java\n", -1)).as("samples without a program").hasSize(4);
  }
}
