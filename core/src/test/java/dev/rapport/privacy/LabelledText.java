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
  /** The set the rules were written with. */
  static List<LabelledText> all() {
    return labelled("labelled.txt");
  }

  /** A set written after the rules; none of them was changed for it. */
  static List<LabelledText> heldOut() {
    return labelled("held-out.txt");
  }

  private static List<LabelledText> labelled(String resource) {
    return lines(resource).stream()
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

  /** Whether nothing of the private piece is left behind, whatever it was taken for. */
  boolean isGone(PrivacyGate gate) {
    return !gate.mask(text).contains(piece);
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
