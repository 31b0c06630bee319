package dev.rapport.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Records as JSON: whole files, written at once or not at all, and lines. */
public final class JsonFile {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private JsonFile() {}

  public static void write(Path file, Object value) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text(value, true) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  public static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(Files.readString(file), type);
    } catch (IOException e) {
      throw new TrainException(
          "cannot read %s: %s. Mend the file, or name another folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** All whole lines of a file; none if there is no file. */
  public static <T> List<T> readLines(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      // What follows the last line break was being written when the run was stopped.
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(line -> line(file, line, type))
          .toList();
    } catch (IOException e) {
      throw new TrainException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static <T> T line(Path file, String line, Class<T> type) {
    try {
      return MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new TrainException(
          "%s has a line that is not JSON: \"%s\". Remove the line.".formatted(file, line), e);
    }
  }

  /** A value on one line, or on several to be read by people. */
  public static String text(Object value, boolean pretty) {
    try {
      return (pretty ? MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT) : MAPPER.writer())
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written as JSON", e);
    }
  }
}
