package dev.rapport.bench.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What one finds on a disk in the place of a data file. */
enum Junk {
  NOTHING(whole -> new byte[0]),
  BLANKS(whole -> " \r\n\r\n".getBytes(UTF_8)),
  HALF(whole -> Arrays.copyOf(whole, whole.length / 2)),
  ANOTHER_WIDTH(whole -> new String(whole, UTF_8).getBytes(UTF_16)),
  ANOTHER_ENCODING(
      whole -> new String(whole, UTF_8).replaceFirst("[a-z]", "é").getBytes(ISO_8859_1)),
  ZEROS(whole -> new byte[whole.length]),
  PACKED(Junk::packed),
  WEB_PAGE(whole -> "<!doctype html>\n<title>Not found</title>\n".getBytes(UTF_8)),
  GIT_POINTER(whole -> "version https://git-lfs.github.com/spec/v1\noid 0\n".getBytes(UTF_8)),
  OTHER_JSON(whole -> "{\"error\":\"NaN\",\"code\":[404]}".getBytes(UTF_8)),
  NOT_A_NUMBER(whole -> "[NaN]".getBytes(UTF_8));

  private final UnaryOperator<byte[]> junk;

  Junk(UnaryOperator<byte[]> junk) {
    this.junk = junk;
  }

  byte[] insteadOf(byte[] whole) {
    return junk.apply(whole);
  }

  private static byte[] packed(byte[] whole) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
