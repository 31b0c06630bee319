package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a file of one JSON value a line, a line at a time. */
final class JsonLines<T> implements Iterator<T> {
  private final Path file;
  private final Class<T> type;
  private final BufferedReader reader;
  private Optional<String> line = Optional.empty();
  private long number;

  private JsonLines(Path file, Class<T> type, BufferedReader reader) throws IOException {
    this.file = file;
    this.type = type;
    this.reader = reader;
    advance();
  }

  /** The values in order; none if there is no such file. A torn last line is passed over. */
  static <T> Stream<T> read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    try {
      BufferedReader reader = Files.newBufferedReader(file, UTF_8);
      Iterator<T> values = new JsonLines<>(file, type, reader);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(
                  values, Spliterator.ORDERED | Spliterator.NONNULL),
              false)
          .onClose(() -> close(reader));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public boolean hasNext() {
    return line.isPresent();
  }

  @Override
  public T next() {
    String text = line.orElseThrow(() -> new NoSuchElementException("end of " + file));
    try {
      number++;
      advance();
      return RunJson.read(text, type);
    } catch (JsonProcessingException e) {
      throw new RunException(
          "%s, line %d is damaged: %s. Delete the line and resume the run"
              .formatted(file, number, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** A whole line ends with a line feed: without one, its writer was killed. */
  private void advance() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        line = Optional.of(text.toString());
        return;
      }
      text.append((char) c);
    }
    line = Optional.empty();
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunException unreadable(Path file, IOException e) {
    return new RunException("cannot read %s: %s".formatted(file, e.getMessage()), e);
  }
}
