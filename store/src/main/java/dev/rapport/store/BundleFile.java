package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A bundle's two files, in a folder or, when the name ends with {@code .zip}, in an archive. */
record BundleFile(Path path) {
  private static final String MARKDOWN = "page.md";
  private static final String JSON = "page.json";
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  /** So that the same page gives the same archive. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  void write(String markdown, String json) throws IOException {
    if (isZip()) {
      Files.deleteIfExists(path);
      Files.createFile(path);
      makePrivate(path, "rw-------");
      try (OutputStream out = Files.newOutputStream(path)) {
        write(out, markdown, json);
      }
      return;
    }
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      makePrivate(path, "rwx------");
    }
    put(path.resolve(MARKDOWN), markdown);
    put(path.resolve(JSON), json);
  }

  /** The archive, which is not closed. */
  static void write(OutputStream out, String markdown, String json) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    put(zip, MARKDOWN, markdown);
    put(zip, JSON, json);
    zip.finish();
  }

  String readJson() throws IOException {
    if (isZip()) {
      try (InputStream in = Files.newInputStream(path)) {
        return readJson(in, MOST_BYTES);
      }
    }
    Path json = Files.isDirectory(path) ? path.resolve(JSON) : path;
    requireSize(Files.size(json), MOST_BYTES);
    return Files.readString(json);
  }

  /**
   * @param most bytes of the file in the archive, however small it was made there
   */
  static String readJson(InputStream archive, long most) throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(JSON)) {
        byte[] bytes = zip.readNBytes((int) most + 1);
        requireSize(bytes.length, most);
        return new String(bytes, UTF_8);
      }
    }
    throw new BundleException("It has no %s.".formatted(JSON));
  }

  private static void requireSize(long bytes, long most) {
    if (bytes > most) {
      throw new BundleException(
          "Its %s has more than %d bytes; no page is as large.".formatted(JSON, most));
    }
  }

  private boolean isZip() {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static void put(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    makePrivate(file, "rw-------");
    Files.writeString(file, text);
  }

  private static void makePrivate(Path file, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, fromString(permissions));
    }
  }
}
