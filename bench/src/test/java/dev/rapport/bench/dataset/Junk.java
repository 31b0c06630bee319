package dev.rapport.bench.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * What one finds on a disk in the place of a data file.
 *
 * @param name for people
 * @param insteadOf makes it from the whole file's bytes
 */
record Junk(String name, UnaryOperator<byte[]> insteadOf) {
  static final List<Junk> ALL =
      List.of(
          new Junk("nothing", whole -> new byte[0]),
          text("blanks", " \r\n\r\n"),
          new Junk("half", whole -> Arrays.copyOf(whole, whole.length / 2)),
          new Junk("UTF-16", whole -> new String(whole, UTF_8).getBytes(UTF_16)),
          new Junk(
              "Latin-1",
              whole -> new String(whole, UTF_8).replaceFirst("[a-z]", "é").getBytes(ISO_8859_1)),
          new Junk("zeros", whole -> new byte[whole.length]),
          new Junk("packed", Junk::packed),
          text("a web page", "<!doctype html>\n<title>Not found</title>\n"),
          text("git's pointer", "version https://git-lfs.github.com/spec/v1\noid 0\n"),
          text("other JSON", "{\"error\":\"NaN\",\"code\":[404]}"),
          text("no number", "[NaN]"));

  private static Junk text(String name, String text) {
    return new Junk(name, whole -> text.getBytes(UTF_8));
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

  @Override
  public String toString() {
    return name;
  }
}
