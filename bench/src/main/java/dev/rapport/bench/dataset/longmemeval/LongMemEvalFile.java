package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of the files is meant.
 *
 * @param size {@code s}, {@code m} or {@code oracle}; empty when the name does not tell
 */
record LongMemEvalFile(Path path, String size) {
  static final List<String> SIZES = List.of("s", "m", "oracle");

  private static final Pattern NAME =
      Pattern.compile(
          "longmemeval_(s|m|oracle)(?:[_-][^.]*)?(?:\\.json)?", Pattern.CASE_INSENSITIVE);

  /**
   * @param size one of {@link #SIZES}, or empty for the first of them that is there
   */
  static LongMemEvalFile find(Path place, String size) {
    if (!size.isEmpty() && !SIZES.contains(size)) {
      throw new IllegalArgumentException(
          "size \"%s\" of longmemeval; it is one of %s".formatted(size, SIZES));
    }
    List<LongMemEvalFile> there = in(place);
    if (Files.isRegularFile(place)) {
      return there.getFirst();
    }
    for (String wanted : size.isEmpty() ? SIZES : List.of(size)) {
      List<LongMemEvalFile> found =
          there.stream().filter(file -> file.size().equals(wanted)).toList();
      if (found.size() > 1) {
        throw new DatasetException(
            "%s has %d files of size %s. Name the file you mean: %s."
                .formatted(
                    place,
                    found.size(),
                    wanted,
                    found.stream().map(file -> file.path().toString()).toList()));
      }
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new DatasetException(
        "%s has no longmemeval_%s.json. Put the published file there."
            .formatted(place, size.isEmpty() ? "s" : size));
  }

  /** A file named as the user likes goes for the first size. */
  boolean mayBe(String wanted) {
    return size.isEmpty() ? wanted.equals(SIZES.getFirst()) : size.equals(wanted);
  }

  /** The files in a folder, or the file itself. */
  static List<LongMemEvalFile> in(Path folder) {
    if (Files.isRegularFile(folder)) {
      return List.of(new LongMemEvalFile(folder, sizeOf(folder)));
    }
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(
          "%s is not there. Name the folder with the published files.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(file -> new LongMemEvalFile(file, sizeOf(file)))
          .filter(file -> !file.size().isEmpty() && Files.isRegularFile(file.path()))
          .toList();
    } catch (IOException e) {
      throw new DatasetException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static String sizeOf(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? name.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
