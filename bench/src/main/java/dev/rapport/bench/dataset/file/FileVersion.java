package dev.rapport.bench.dataset.file;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest of files' bytes, in order. */
final class FileVersion {
  /** Goes up with any change to how a file is read, or asked about, that may change a score. */
  private static final String READING = "r2";

  private static final int DIGITS = 16;
  private static final int BUFFER = 1 << 20;

  private FileVersion() {}

  static String of(List<Path> files) {
    MessageDigest digest = sha256();
    for (Path file : files) {
      try (InputStream bytes = Files.newInputStream(file)) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(Files.size(file)).array());
        byte[] buffer = new byte[BUFFER];
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      } catch (IOException e) {
        throw new DatasetException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
      }
    }
    return READING + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }
}
