package dev.rapport.data.personamem;

import dev.rapport.data.DatasetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the files that a table links to. */
public final class DataLink {
  private static final String DATA = "data/";

  private DataLink() {}

  /**
   * The file of a link relative to the data set's folder. Published copies differ in whether their
   * files lie in {@code data/}, so the link is tried with and without it.
   *
   * @throws DatasetException if there is no such file, or the link leads out of the folder
   */
  public static Path resolve(Path root, String link) {
    String bare = link.startsWith(DATA) ? link.substring(DATA.length()) : link;
    Path with = inside(root, DATA + bare, link);
    Path without = inside(root, bare, link);
    boolean asWritten = Files.exists(without) && !link.startsWith(DATA);
    if (Files.exists(with) && !asWritten) {
      return with;
    }
    if (Files.exists(without)) {
      return without;
    }
    throw new DatasetException(
        "link \"%s\": there is neither %s nor %s. Fetch the whole data set, or give its folder."
            .formatted(link, with, without));
  }

  private static Path inside(Path root, String path, String link) {
    try {
      Path base = root.toAbsolutePath().normalize();
      Path resolved = base.resolve(path).normalize();
      if (!link.isBlank() && resolved.startsWith(base) && !resolved.equals(base)) {
        return root.resolve(path);
      }
    } catch (InvalidPathException e) {
      // It leads nowhere, which the message below says.
    }
    throw new DatasetException(
        "link \"%s\" does not lead to a file in %s. Write a path relative to that folder."
            .formatted(HistoryMessage.start(link), root));
  }
}
