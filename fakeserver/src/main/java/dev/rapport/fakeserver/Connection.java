package dev.rapport.fakeserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves one client's requests, one after the other. */
final class Connection implements Runnable {
  private static final String CHAT = "/v1/chat/completions";

  private final Socket socket;
  private final FakeServerConfig config;
  private final Consumer<Received> seen;
  private final Counter counter;
  private final ChatRoute chat;

  Connection(
      Socket socket,
      FakeServerConfig config,
      Responder responder,
      Consumer<Received> seen,
      Counter counter) {
    this.socket = socket;
    this.config = config;
    this.seen = seen;
    this.counter = counter;
    this.chat = new ChatRoute(config, responder);
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var wire = new Wire(socket, in);
      var reader = new RequestReader(in, config.mostBodyBytes());
      boolean open = true;
      while (open) {
        open = serve(reader, wire);
      }
    } catch (IOException clientLeft) {
      // Already counted where it matters; the connection is over either way.
      return;
    }
  }

  private boolean serve(RequestReader reader, Wire wire) throws IOException {
    Optional<Received> next;
    try {
      next = reader.next();
    } catch (ProtocolException unreadable) {
      Visit visit = Visit.begin(counter);
      refuse(unreadable, visit, wire);
      return false;
    }
    if (next.isEmpty()) {
      return false;
    }
    Received received = next.get();
    seen.accept(received);
    if (received.method().equals("POST") && received.path().equals(CHAT)) {
      serveChat(received, wire);
    } else {
      Routes.serve(received, config, wire);
    }
    return !socket.isClosed();
  }

  private void serveChat(Received received, Wire wire) throws IOException {
    Visit visit = Visit.begin(counter);
    try {
      Routes.authorise(received, config);
      chat.serve(received, visit, wire);
    } catch (ProtocolException broken) {
      refuse(broken, visit, wire);
    }
  }

  private static void refuse(ProtocolException broken, Visit visit, Wire wire) throws IOException {
    visit.refused();
    String body = Json.error(broken.text(), "invalid_request_error", broken.code()).toString();
    wire.reply(broken.status(), "application/json", body, Map.of());
  }
}
