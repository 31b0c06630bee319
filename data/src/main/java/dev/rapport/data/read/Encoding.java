package dev.rapport.data.read;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** UTF-8, or UTF-16 if the file says so with a byte order mark. */
enum Encoding {
  PLAIN(UTF_8, 0),
  UTF_8_MARKED(UTF_8, 3),
  BIG_ENDIAN(UTF_16BE, 2),
  LITTLE_ENDIAN(UTF_16LE, 2);

  private final Charset charset;
  private final int mark;

  Encoding(Charset charset, int mark) {
    this.charset = charset;
    this.mark = mark;
  }

  static Encoding of(byte[] head, Path file) {
    Encoding encoding = byMark(head);
    if (encoding == PLAIN) {
      for (int i = 0; i < head.length; i++) {
        if (head[i] == 0) {
          throw new ConversationFormatException(
              "%s has a zero byte at offset %d: it is binary, or text in an unmarked encoding; convert it to UTF-8"
                  .formatted(file, i));
        }
      }
    }
    return encoding;
  }

  private static Encoding byMark(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return UTF_8_MARKED;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return BIG_ENDIAN;
    }
    return startsWith(head, 0xFF, 0xFE) ? LITTLE_ENDIAN : PLAIN;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  Charset charset() {
    return charset;
  }

  String decodeHead(byte[] head) {
    return new String(head, mark, head.length - mark, charset);
  }

  InputStream skipMark(InputStream in) throws IOException {
    in.skipNBytes(mark);
    return in;
  }
}
