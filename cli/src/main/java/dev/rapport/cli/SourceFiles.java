package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what was typed into files, in a fixed order: names, folders, glob patterns, {@code -}. */
final class SourceFiles {
  private static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "md", "txt");

  private final Terminal terminal;

  SourceFiles(Terminal terminal) {
    this.terminal = terminal;
  }

  List<Path> expand(List<String> typed) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (String source : typed) {
      files.addAll(expand(source));
    }
    return List.copyOf(files);
  }

  private List<Path> expand(String source) throws IOException {
    if (source.equals("-")) {
      return List.of(spooled());
    }
    Path path = literal(source);
    if (path != null && Files.isDirectory(path)) {
      return inFolder(path, source);
    }
    if (path != null && Files.exists(path)) {
      return List.of(path);
    }
    if (source.contains("*") || source.contains("?") || source.contains("{")) {
      return matching(source);
    }
    throw new FailedException(
        "%s is not there; give a file, a folder, a quoted glob pattern, or - for standard input"
            .formatted(source));
  }

  private @org.jspecify.annotations.Nullable Path literal(String source) {
    try {
      return terminal.workingFolder().resolve(source);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static List<Path> inFolder(Path folder, String typed) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> files =
          below.filter(Files::isRegularFile).filter(SourceFiles::isReadable).sorted().toList();
      if (files.isEmpty()) {
        throw new FailedException(
            "folder %s holds no %s file".formatted(typed, String.join(", ", ENDINGS)));
      }
      return files;
    }
  }

  private static boolean isReadable(Path file) {
    String name = file.getFileName().toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private List<Path> matching(String pattern) throws IOException {
    int wild = firstWildcard(pattern);
    int cut = pattern.lastIndexOf('/', wild);
    Path root = terminal.workingFolder().resolve(cut < 0 ? "" : pattern.substring(0, cut + 1));
    if (!Files.isDirectory(root)) {
      throw new FailedException("no folder for the pattern %s: %s".formatted(pattern, root));
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(cut + 1));
    try (Stream<Path> below = Files.walk(root)) {
      List<Path> files =
          below
              .filter(Files::isRegularFile)
              .filter(file -> matcher.matches(root.relativize(file)))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new FailedException("no file matches %s".formatted(pattern));
      }
      return new ArrayList<>(files);
    }
  }

  private static int firstWildcard(String pattern) {
    int first = pattern.length();
    for (char wildcard : new char[] {'*', '?', '{', '['}) {
      int at = pattern.indexOf(wildcard);
      first = at >= 0 ? Math.min(first, at) : first;
    }
    return first;
  }

  /** Formats are told apart by content and read as streams, so standard input is put on disk. */
  private Path spooled() throws IOException {
    Path file = Files.createTempFile("rapport-stdin", ".txt");
    file.toFile().deleteOnExit();
    Files.copy(terminal.in(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return file;
  }
}
