package dev.rapport.local.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text files that ship beside this package. */
final class Resources {
  private Resources() {}

  /** Without blank lines and those that begin with {@code #}. */
  static List<String> lines(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "resource %s is missing beside %s; build again".formatted(name, Resources.class));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("resource %s cannot be read".formatted(name), e);
    }
  }
}
