package dev.rapport.data.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.function.Function;

/** Decodes text and says where it stops being text, instead of putting signs in its place. */
public final class StrictReader extends FilterReader {
  private final String file;
  private final Charset charset;
  private final Function<String, RuntimeException> fault;
  private long characters;

  /**
   * @param file as faults shall name it
   * @param fault makes the exception from its message
   */
  public StrictReader(
      InputStream in, Charset charset, String file, Function<String, RuntimeException> fault) {
    super(
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    this.file = file;
    this.charset = charset;
    this.fault = fault;
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
      throw fault.apply(
          "%s is not %s soon after character %,d; convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8"
              .formatted(file, charset, characters));
    }
  }
}
