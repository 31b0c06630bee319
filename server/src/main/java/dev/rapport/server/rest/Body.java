package dev.rapport.server.rest;

import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes that came with a request, no more of them than this server takes. */
final class Body {
  private static final String READ = "rapport.body";

  private Body() {}

  /** May be asked for again. */
  static byte[] bytes(Context context, long most) {
    byte @Nullable [] known = context.attribute(READ);
    if (known != null) {
      return known;
    }
    requirePlain(context);
    byte[] bytes = read(context, most);
    context.attribute(READ, bytes);
    return bytes;
  }

  static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not UTF-8.", "Send it in UTF-8.");
    }
  }

  private static void requirePlain(Context context) {
    @Nullable String coding = context.header("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw Problem.of(
          415,
          "Unsupported encoding",
          "The body is encoded as \"%s\".".formatted(coding),
          "Send it as it is, without Content-Encoding.");
    }
  }

  /** How long it is need not have been said before. */
  private static byte[] read(Context context, long most) {
    try {
      InputStream in = context.req().getInputStream();
      boolean said = context.req().getContentLengthLong() > most;
      byte[] bytes = said ? new byte[0] : in.readNBytes((int) most + 1);
      if (said || bytes.length > most) {
        drain(in, 2 * most);
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw Problem.badRequest("The body broke off.", "Send it again.");
    }
  }

  /** Whoever still sends when the connection is closed may never see why. */
  private static void drain(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = most;
    while (left > 0) {
      int read = in.read(buffer);
      left = read < 0 ? 0 : left - read;
    }
  }

  private static Problem tooLarge(long most) {
    return Problem.of(
        413,
        "Too large",
        "The body has more than %,d bytes, the most that this server takes.".formatted(most),
        "Send the conversation in several requests; turns known already are passed over.");
  }
}
