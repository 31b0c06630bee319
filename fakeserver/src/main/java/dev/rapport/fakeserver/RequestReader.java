package dev.rapport.fakeserver;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads HTTP/1.1 requests with a content length, one after the other. What a client that was killed
 * began to send is no request.
 */
final class RequestReader {
  private static final int MOST_HEADER_BYTES = 64 * 1024;

  private final InputStream in;
  private final long mostBodyBytes;

  RequestReader(InputStream in, long mostBodyBytes) {
    this.in = in;
    this.mostBodyBytes = mostBodyBytes;
  }

  /** The next request; empty when the client is done. */
  Optional<Received> next() throws IOException, ProtocolException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    String start = line();
    String[] parts = start.split(" ", -1);
    if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
      throw ProtocolException.bad("Not an HTTP/1.1 request line: " + start);
    }
    Map<String, String> headers = headers();
    return Optional.of(new Received(parts[0], parts[1], headers, body(headers)));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException, ProtocolException {
    if (headers.containsKey("transfer-encoding")) {
      throw new ProtocolException(411, "", "Send a Content-Length.");
    }
    long length = Long.parseLong(headers.getOrDefault("content-length", "0"));
    if (length > mostBodyBytes) {
      in.skipNBytes(length);
      throw new ProtocolException(
          413, "", "Request body of %d bytes is too large.".formatted(length));
    }
    byte[] body = in.readNBytes(Math.toIntExact(length));
    if (body.length < length) {
      throw new EOFException("client left within a body");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > MOST_HEADER_BYTES) {
        throw new EOFException("client left within a header");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
