package dev.rapport.store;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Files that only their owner may read, where the system knows of such. */
final class PrivateFiles {
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private PrivateFiles() {}

  /** Attributes of a new file. */
  static FileAttribute<?>[] forOwner() {
    return posix()
        ? new FileAttribute<?>[] {asFileAttribute(fromString(FILE))}
        : new FileAttribute<?>[0];
  }

  /** Makes the file, empty, and its folder, or takes the rights of others away. */
  static void ensure(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      if (posix()) {
        Files.createDirectories(folder, asFileAttribute(fromString(FOLDER)));
      } else {
        Files.createDirectories(folder);
      }
    }
    if (!posix()) {
      return;
    }
    try {
      Files.createFile(file, forOwner());
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(file) && Files.isWritable(file)) {
        Files.setPosixFilePermissions(file, fromString(FILE));
      }
    }
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
