package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for words in bytes, whatever wrote them; ASCII letters in either case. */
final class RawSearch {
  private static final int WINDOW = 1 << 20;

  private final String needle;
  private final List<String> found = new ArrayList<>();

  private RawSearch(String needle) {
    this.needle = needle;
  }

  static RawSearch of(String words) {
    if (words.isBlank()) {
      throw new UsageException("--words is blank; say what should be nowhere");
    }
    return new RawSearch(bytesAsText(words.strip().getBytes(UTF_8)));
  }

  /** Looks into a text that the files hold sealed. */
  void look(String place, String text) {
    if (bytesAsText(text.getBytes(UTF_8)).contains(needle)) {
      found.add("the words stand in " + place);
    }
  }

  /**
   * @return bytes looked at
   */
  long look(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long total = 0;
    String tail = "";
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] bytes = in.readNBytes(WINDOW); bytes.length > 0; bytes = in.readNBytes(WINDOW)) {
        String window = tail + bytesAsText(bytes);
        int at = window.indexOf(needle);
        if (at >= 0) {
          found.add(
              "the words stand in %s at byte %d"
                  .formatted(file.getFileName(), total - tail.length() + at));
          return total + bytes.length;
        }
        total += bytes.length;
        tail = window.substring(Math.max(0, window.length() - needle.length() + 1));
      }
    }
    return total;
  }

  List<String> found() {
    return List.copyOf(found);
  }

  private static String bytesAsText(byte[] bytes) {
    return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
