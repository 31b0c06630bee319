package dev.rapport.tokens;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The base vocabulary of Qwen in our compact form: the tokens in rank order, each as a length byte
 * and its bytes, gzipped.
 */
final class QwenRanks {
  static final String RESOURCE = "qwen.ranks.gz";
  static final int TOKENS = 151_643;

  private static final int MAX_TOKEN_BYTES = 255;

  private QwenRanks() {}

  static List<byte[]> load() {
    try (InputStream in = QwenRanks.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "%s is missing from the jar; build or fetch it again".formatted(RESOURCE));
      }
      List<byte[]> tokens = read(in);
      if (tokens.size() != TOKENS) {
        throw new IllegalStateException(
            "%s holds %d tokens, not %d; build or fetch the jar again"
                .formatted(RESOURCE, tokens.size(), TOKENS));
      }
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be read; build or fetch the jar again".formatted(RESOURCE), e);
    }
  }

  static List<byte[]> read(InputStream gzipped) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(gzipped)));
    List<byte[]> tokens = new ArrayList<>(TOKENS);
    for (int length = in.read(); length >= 0; length = in.read()) {
      byte[] token = new byte[length];
      in.readFully(token);
      tokens.add(token);
    }
    return tokens;
  }

  static void write(List<byte[]> tokens, OutputStream gzipped) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(gzipped)))) {
      for (byte[] token : tokens) {
        if (token.length == 0 || token.length > MAX_TOKEN_BYTES) {
          throw new IllegalArgumentException(
              "token of %d bytes; the form holds 1 to %d".formatted(token.length, MAX_TOKEN_BYTES));
        }
        out.writeByte(token.length);
        out.write(token);
      }
    }
  }
}
