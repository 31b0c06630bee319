package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder taken by one process for one run, until closed. */
public final class RunSession implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path folder;
  private final RunSpec spec;
  private final FileChannel lock;

  private RunSession(Path folder, RunSpec spec, FileChannel lock) {
    this.folder = folder;
    this.spec = spec;
    this.lock = lock;
  }

  /**
   * Begins a run, or goes on with the one that is in the folder.
   *
   * @param data where the data set lies, absolute
   * @param from the stage to redo, its file and later ones dropped; {@code null} to go on
   * @throws RunException if the folder holds another run, naming what differs, or is in use
   */
  public static RunSession open(Path folder, RunSpec spec, Path data, @Nullable Stage from) {
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder);
      try {
        RunFolder before = RunFolder.at(folder);
        if (before.exists()) {
          check(before.spec(), spec, folder, from);
        }
        if (from != null) {
          drop(folder, from);
        }
        write(folder.resolve(RunFolder.SOURCE), RunJson.pretty(new RunSource(data.toString())));
        write(folder.resolve(RunFolder.SPEC), RunJson.pretty(spec));
        return new RunSession(folder, spec, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new RunException(
          "cannot use the folder %s: %s. Choose another with --out"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock taken;
    try {
      taken = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      taken = null;
    }
    if (taken == null) {
      channel.close();
      throw new RunException(
          "another process runs in %s; wait for it or stop it".formatted(folder));
    }
    return channel;
  }

  private static void check(RunSpec before, RunSpec now, Path folder, @Nullable Stage from) {
    List<String> differences = SpecCheck.differences(before, now, from);
    if (!differences.isEmpty()) {
      throw new RunException(
          "%s holds another run: %s. Choose another folder with --out, or ask for what was begun"
              .formatted(folder, String.join("; ", differences)));
    }
  }

  private static void drop(Path folder, Stage from) throws IOException {
    if (from != Stage.VERDICTS) {
      Files.deleteIfExists(folder.resolve(RunFolder.BASELINE));
    }
    for (Stage stage : Stage.values()) {
      if (stage.compareTo(from) >= 0) {
        Files.deleteIfExists(folder.resolve(stage.file()));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, text + "\n", UTF_8);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Path folder() {
    return folder;
  }

  RunSpec spec() {
    return spec;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new RunException("cannot leave %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
