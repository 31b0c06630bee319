package dev.rapport.fakeserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A fake OpenAI-compatible server on the loopback interface, on a port of its own. It keeps to the
 * protocol, checks its clients as strictly as the real ones, misbehaves where the {@link Responder}
 * says so, and counts. Safe for several threads; close it.
 */
public final class FakeServer implements AutoCloseable {
  private final FakeServerConfig config;
  private final Responder responder;
  private final ServerSocket server;
  private final Counter counter = new Counter();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private FakeServer(FakeServerConfig config, Responder responder, ServerSocket server) {
    this.config = config;
    this.responder = responder;
    this.server = server;
  }

  /** Starts with one model, "fake", that any key may use. */
  public static FakeServer start(Responder responder) {
    return start(FakeServerConfig.DEFAULT, responder);
  }

  public static FakeServer start(FakeServerConfig config, Responder responder) {
    try {
      var socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
      var server = new FakeServer(config, responder, socket);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback interface", e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** As clients are configured with: {@code http://127.0.0.1:PORT/v1}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(port()));
  }

  public Count count() {
    return counter.count();
  }

  /** Waits for a count; false when it did not come about in time. */
  public boolean await(Predicate<Count> condition, Duration atMost) throws InterruptedException {
    return counter.await(condition, atMost);
  }

  /** Every readable request so far, in the order of arrival. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Cuts all connections. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close port " + port(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        sockets.add(socket);
        counter.connected();
        threads.execute(new Connection(socket, config, responder, received::add, counter));
      }
    } catch (IOException closed) {
      // The server was closed; nobody waits for this thread.
      return;
    }
  }
}
