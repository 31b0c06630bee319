package dev.rapport.data.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells by a file's first bytes what cannot be a text in UTF-8. */
public final class FileHead {
  private static final byte[] GIT_POINTER = "version https://git-lfs".getBytes(US_ASCII);

  private FileHead() {}

  /**
   * @throws DatasetException if it is what git leaves in a large file's place until that is
   *     fetched, a packed file, or a text in UTF-16 or UTF-32
   */
  public static void check(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(GIT_POINTER.length);
    }
    if (Arrays.equals(head, GIT_POINTER)) {
      throw new DatasetException(
          "%s is only a pointer to a file that git has not fetched. Run: git lfs pull"
              .formatted(file));
    }
    if (starts(head, 0x1F, 0x8B) || starts(head, 'P', 'K', 3, 4)) {
      throw new DatasetException("%s is packed. Unpack it first.".formatted(file));
    }
    // Zeros stand beside the letters of wider encodings; their byte order marks begin so.
    boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xFE) == 0xFE);
    if (wide) {
      throw new DatasetException(
          "%s is not UTF-8 from its first letter on; convert it, for instance: iconv -f UTF-16 -t UTF-8"
              .formatted(file));
    }
  }

  private static boolean starts(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= head.length || head[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }
}
