package dev.rapport.server.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/** Server-sent events, each on its way as soon as it is there. */
final class EventStream {
  static final String TYPE = "text/event-stream";

  private final OutputStream out;

  private EventStream(OutputStream out) {
    this.out = out;
  }

  /** Nobody listens any more. */
  static final class CallerGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CallerGone(IOException cause) {
      super("the caller has gone", cause);
    }
  }

  /** Not compressed: whoever compresses waits for more. */
  static EventStream on(Context context) throws IOException {
    context.contentType(TYPE);
    context.header("Cache-Control", "no-store");
    context.header("X-Accel-Buffering", "no");
    return new EventStream(context.res().getOutputStream());
  }

  void send(String name, JsonNode data) {
    try {
      out.write("event: %s\ndata: %s\n\n".formatted(name, data).getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new CallerGone(e);
    }
  }
}
