package dev.rapport.bench.dataset.prefeval;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One file a topic. */
final class Topics {
  private static final String SUFFIX = ".json";

  private Topics() {}

  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(
          "%s is missing. Put the published folder there.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> topics = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
      if (topics.isEmpty()) {
        throw new DatasetException(
            "%s has no topic. Put the published TOPIC.json files there.".formatted(folder));
      }
      return topics;
    } catch (IOException e) {
      throw new DatasetException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  static String name(Path topic) {
    String file = String.valueOf(topic.getFileName());
    return file.substring(0, file.length() - SUFFIX.length());
  }
}
