package dev.rapport.data.sample;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a folder. */
final class FolderFiles implements SampleFiles {
  private static final Pattern PERSONA = Pattern.compile("p\\d+\\.json");

  private final Path folder;

  FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> personaIds() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> PERSONA.matcher(name).matches())
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DatasetException(
          "folder %s cannot be listed. Check that it exists and may be read.".formatted(folder), e);
    }
  }

  @Override
  public Optional<String> find(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new DatasetException(
          "%s cannot be read. Check that it is UTF-8 and may be read.".formatted(file), e);
    }
  }

  @Override
  public String place() {
    return folder.toString();
  }
}
