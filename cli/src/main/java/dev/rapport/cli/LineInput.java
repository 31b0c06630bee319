package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lines somebody types or pipes in. */
final class LineInput {
  private final BufferedReader reader;

  LineInput(InputStream in) {
    this.reader = new BufferedReader(new InputStreamReader(in, UTF_8));
  }

  /** Empty at the end. */
  Optional<String> next() {
    try {
      return Optional.ofNullable(reader.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    }
  }
}
