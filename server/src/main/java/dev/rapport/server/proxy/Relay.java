package dev.rapport.server.proxy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** Hands a reply on byte by byte as it comes, and keeps a copy for the memory if one is wanted. */
final class Relay {
  private static final int BUFFER = 16 * 1024;

  private final HttpServletResponse client;
  private final int mostBytes;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean keeping;

  /**
   * @param mostBytes to keep; 0 to keep none
   */
  Relay(HttpServletResponse client, int mostBytes) {
    this.client = client;
    this.mostBytes = mostBytes;
    this.keeping = mostBytes > 0;
  }

  /** Before the first byte. */
  void head(HttpResponse<?> reply) {
    Set<String> named = ProxyHeaders.named(reply.headers().allValues("connection"));
    client.setStatus(reply.statusCode());
    client.setContentType(reply.headers().firstValue("content-type").orElse(null));
    reply
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (ProxyHeaders.responsePasses(name, named)
                  && !name.equalsIgnoreCase("content-type")) {
                client.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> client.addHeader(name, value));
              }
            });
    reply.headers().firstValueAsLong("content-length").ifPresent(client::setContentLengthLong);
  }

  /**
   * Every piece is sent on when it is there. When the client has gone, the upstream's connection is
   * closed, which tells it to stop.
   *
   * @throws IOException if either side broke off
   */
  void body(InputStream upstream) throws IOException {
    byte[] buffer = new byte[BUFFER];
    OutputStream out = client.getOutputStream();
    try (upstream) {
      client.flushBuffer();
      for (int read = upstream.read(buffer); read >= 0; read = upstream.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
        keep(buffer, read);
      }
    }
    out.close();
  }

  /** What the person was answered, once {@link #body} has returned. */
  Heard heard(HttpResponse<?> reply) {
    if (!keeping || reply.statusCode() != 200) {
      return new Heard.Nothing();
    }
    String type = reply.headers().firstValue("content-type").orElse("");
    String encoding = reply.headers().firstValue("content-encoding").orElse("");
    return new Heard.Whole(
        encoding.strip().toLowerCase(Locale.ROOT),
        type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"),
        kept.toByteArray());
  }

  private void keep(byte[] buffer, int length) {
    if (keeping && kept.size() + length > mostBytes) {
      keeping = false;
      kept.reset();
    }
    if (keeping) {
      kept.write(buffer, 0, length);
    }
  }
}
