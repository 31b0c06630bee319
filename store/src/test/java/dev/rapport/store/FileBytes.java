package dev.rapport.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks into the files of a folder without asking the database. */
record FileBytes(Path folder) {
  /** How often the words stand in the database, its log and its index, whatever they are called. */
  int count(String words) throws IOException {
    return count(words.getBytes(StandardCharsets.UTF_8));
  }

  int count(byte[] wanted) throws IOException {
    String words = new String(wanted, ISO_8859_1);
    int count = 0;
    for (Path file : files()) {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      for (int at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) {
        count++;
      }
    }
    return count;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
