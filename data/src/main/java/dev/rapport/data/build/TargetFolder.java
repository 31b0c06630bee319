package dev.rapport.data.build;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a data set goes to. It is made beside it and moved in when complete, so that an
 * interrupted build leaves what was there before. What the build did not make is never removed.
 */
final class TargetFolder {
  private static final List<String> OURS = List.of("data", "benchmark", Layout.ABOUT);

  private final Path folder;
  private final Path making;

  private TargetFolder(Path folder) {
    this.folder = folder;
    this.making = folder.resolveSibling("." + folder.getFileName() + ".building");
  }

  /**
   * @param replace whether an earlier data set there may be replaced
   */
  static TargetFolder at(Path folder, boolean replace) {
    Path whole = folder.toAbsolutePath().normalize();
    if (whole.getFileName() == null) {
      throw new DatasetException("%s cannot be built into. Give a folder in it.".formatted(folder));
    }
    if (Files.exists(whole) && !isEmpty(whole)) {
      if (!replace) {
        throw new DatasetException(
            "%s is not empty. Give another folder, or --force to replace the data set there."
                .formatted(folder));
      }
      if (!Files.exists(whole.resolve(Layout.ABOUT))) {
        throw new DatasetException(
            "%s holds something else than a data set built here (no %s), so nothing there is replaced. Give another folder."
                .formatted(folder, Layout.ABOUT));
      }
    }
    return new TargetFolder(whole);
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new DatasetException(
          "%s is no folder that can be written to. Give another.".formatted(folder), e);
    }
  }

  /** An empty folder to build in. */
  Path start() throws IOException {
    delete(making);
    return Files.createDirectories(making);
  }

  /** Moves what was built to where it belongs. */
  void finish() throws IOException {
    Files.createDirectories(folder);
    for (String name : OURS) {
      delete(folder.resolve(name));
    }
    for (String name : OURS) {
      Files.move(making.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    delete(making);
  }

  void abandon() throws IOException {
    delete(making);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
