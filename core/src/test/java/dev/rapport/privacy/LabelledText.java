package dev.rapport.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * One line of a labelled set: {@code mark|private pieces|text}.
 *
 * @param mark a category's name, or {@code -} for a text with nothing private
 */
record LabelledText(String mark, String piece, String text) {
  static List<LabelledText> all() {
    return lines("labelled.txt").stream()
        .map(line -> line.split("\\|", 3))
        .map(parts -> new LabelledText(parts[0], parts[1], parts[2]))
        .toList();
  }

  /** Texts of the sample people with the private pieces in each, one after another. */
  static List<LabelledText> ofSamplePeople() {
    return lines("shared-by-people.txt").stream()
        .map(line -> line.split("\\|", 2))
        .map(parts -> new LabelledText("+", parts[0], parts[1].replace("\\n", "\n")))
        .toList();
  }

  private static List<String> lines(String resource) {
    try (InputStream in = LabelledText.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isHarmless() {
    return mark.equals("-");
  }

  /** Whether exactly the private piece was found, as what it is. */
  boolean isFoundExactly(List<PrivacyFinding> findings) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.category().name().equals(mark)
                    && text.substring(finding.start(), finding.end()).equals(piece));
  }
}
