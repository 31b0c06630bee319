package dev.rapport.train.torch;

import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Seat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;

/**
 * How processes find each other: the first keeps a TCPStore, in which all of them sign. The group
 * lives over it but does not keep it: the store is closed behind the group, never before.
 */
final class GlooMeeting implements AutoCloseable {
  private static final int COMING = 5 * 60 * 1000; // milliseconds
  private static final int PAUSE = 50;

  /** How long one may be silent: torch.distributed's own half an hour. */
  private static final int PATIENCE = 30 * 60 * 1000;

  private static final int MOST_PORT = 0xFFFF;

  private final Seat seat;
  private final TorchWorkers worker;
  private final TCPStore store;

  private GlooMeeting(Seat seat, TorchWorkers worker, TCPStore store) {
    this.seat = seat;
    this.worker = worker;
    this.store = store;
  }

  /**
   * Waits until all are there.
   *
   * @throws ReplicaLostException when one does not come
   */
  ProcessGroupGloo group(IntConsumer listening) {
    int port = worker.first(() -> store.getPort() & MOST_PORT);
    if (seat.rank() == 0) {
      listening.accept(port);
    }
    if (worker.first(() -> store.add("rank " + seat.rank(), 1)) > 1) {
      throw new ReplicaLostException("there are two replicas with rank " + seat.rank());
    }
    String all = seat.size() + " came";
    long here = worker.first(() -> store.add(all, 1));
    for (int tries = COMING / PAUSE; here < seat.size(); tries--) {
      if (tries == 0) {
        throw new ReplicaLostException(
            "of %d replicas only %d came to %s within %d minutes"
                .formatted(seat.size(), here, where(seat), COMING / 60_000));
      }
      pause(seat);
      here = worker.first(() -> store.add(all, 0));
    }
    return worker.first(() -> connected(address(seat, port)));
  }

  @Override
  public void close() {
    store.close();
  }

  static GlooMeeting open(Seat seat, TorchWorkers worker) {
    try {
      TCPStore store =
          worker.first(
              () -> {
                Loader.load(org.bytedeco.pytorch.presets.torch_gloo.class);
                try (var scope = new PointerScope()) {
                  Scopes.used(scope);
                  var options = new TCPStoreOptions();
                  options
                      .port((short) seat.port())
                      .isServer(seat.rank() == 0)
                      .waitWorkers(false)
                      .timeout(new Milliseconds(COMING));
                  return Scopes.keep(new TCPStore(seat.host(), options));
                }
              });
      return new GlooMeeting(seat, worker, store);
    } catch (TrainException e) {
      throw new ReplicaLostException(
          "replica %d cannot meet the others at %s: %s"
              .formatted(seat.rank(), where(seat), plain(e)),
          e);
    }
  }

  private ProcessGroupGloo connected(String address) {
    try (var scope = new PointerScope()) {
      Scopes.used(scope);
      var options = ProcessGroupGloo.Options.create(new Milliseconds(PATIENCE));
      options.devices().push_back(ProcessGroupGloo.createDeviceForHostname(address));
      return TorchRuntime.quietly(
          () -> Scopes.keep(new ProcessGroupGloo(store, seat.rank(), seat.size(), options)));
    }
  }

  /** This machine's address on the network on which they meet. */
  private static String address(Seat seat, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(seat.host(), port), COMING);
      return socket.getLocalAddress().getHostAddress();
    }
  }

  private static void pause(Seat seat) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while replicas came to " + where(seat));
    }
  }

  private static String where(Seat seat) {
    return seat.host() + ":" + seat.port();
  }

  /** What libtorch said, without the place in its sources. */
  static String plain(TrainException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage())
        .replaceFirst("^\\[\\S+\\] ", "")
        .lines()
        .findFirst()
        .orElse("");
  }
}
