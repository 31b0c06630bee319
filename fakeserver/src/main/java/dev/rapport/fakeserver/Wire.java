package dev.rapport.fakeserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The server's end of one connection: writes replies, and notices when the client leaves. */
final class Wire {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Wire(Socket socket, InputStream in) throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
  }

  /** A whole reply with a content length. */
  void reply(int status, String contentType, String body, Map<String, String> headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    head(status, contentType, "Content-Length: " + bytes.length, headers);
    out.write(bytes);
    out.flush();
  }

  /** Begins a reply whose length is not known. */
  void beginChunks(String contentType) throws IOException {
    head(200, contentType, "Transfer-Encoding: chunked", Map.of("Cache-Control", "no-cache"));
  }

  void chunk(byte[] bytes) throws IOException {
    out.write(Integer.toHexString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    out.write(LINE_END);
    out.write(bytes);
    out.write(LINE_END);
    out.flush();
  }

  void endChunks() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  void close() throws IOException {
    socket.close();
  }

  /** Closes so that the client sees a reset instead of an end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /**
   * Waits; a client sends nothing before it has its reply, so anything read means it has left.
   *
   * @throws IOException when the client leaves meanwhile
   */
  void pause(Duration time) throws IOException {
    if (time.isZero()) {
      return;
    }
    try {
      socket.setSoTimeout(Math.max(1, Math.toIntExact(time.toMillis())));
      throw new IOException("client left: " + in.read());
    } catch (SocketTimeoutException over) {
      socket.setSoTimeout(0);
    }
  }

  /** Waits until the client leaves, which ends in an {@link IOException} as every leaving does. */
  void awaitLeft() throws IOException {
    while (!socket.isClosed()) {
      pause(Duration.ofMinutes(1));
    }
  }

  private void head(int status, String contentType, String length, Map<String, String> headers)
      throws IOException {
    var head = new StringBuilder();
    head.append(String.format(Locale.ROOT, "HTTP/1.1 %d Status\r\n", status));
    head.append("Content-Type: ").append(contentType).append("\r\n").append(length).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
