package dev.rapport.data.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** Decodes text and says where it stops being text, instead of putting signs in its place. */
final class StrictReader extends FilterReader {
  private final Path file;
  private final Encoding encoding;
  private long characters;

  StrictReader(InputStream in, Encoding encoding, Path file) {
    super(
        new InputStreamReader(
            in,
            encoding
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    this.file = file;
    this.encoding = encoding;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      characters += Math.max(0, read);
      return read;
    } catch (CharacterCodingException e) {
      throw new ConversationFormatException(
          "%s is not %s soon after character %,d; convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8"
              .formatted(file, encoding.charset(), characters));
    }
  }
}
