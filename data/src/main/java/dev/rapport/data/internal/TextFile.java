package dev.rapport.data.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.data.DatasetException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens the text files of data sets: UTF-8, with or without a byte order mark, nothing else. */
public final class TextFile {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private TextFile() {}

  /**
   * @return decodes as it goes, and throws a {@link DatasetException} where the file is not UTF-8
   */
  public static Reader open(Path file) {
    try {
      FileHead.check(file);
      InputStream in = new BufferedInputStream(Files.newInputStream(file));
      in.mark(MARK.length);
      if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
        in.reset();
      }
      return new BufferedReader(
          new StrictReader(in, UTF_8, file.toString(), DatasetException::new));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public static String read(Path file) {
    try (Reader in = open(file)) {
      StringWriter text = new StringWriter();
      in.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public static DatasetException unreadable(Path file, IOException cause) {
    return new DatasetException(
        "%s cannot be read (%s). Check that it exists and may be read."
            .formatted(file, cause.getClass().getSimpleName()),
        cause);
  }
}
