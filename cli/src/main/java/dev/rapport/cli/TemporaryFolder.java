package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder to be removed with all that is in it. */
record TemporaryFolder(Path path) {
  void delete() throws IOException {
    List<Path> below;
    try (Stream<Path> walk = Files.walk(path)) {
      below = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : below) {
      Files.deleteIfExists(entry);
    }
  }
}
