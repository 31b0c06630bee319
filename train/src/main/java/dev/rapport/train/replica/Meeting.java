package dev.rapport.train.replica;

import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.policy.Seat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** How processes find each other: the first listens, the others come and say who they are. */
final class Meeting {
  private static final int GREETING = 0x5261_7001;
  private static final int COMING = 5 * 60 * 1000; // milliseconds
  private static final int SAYING = 10 * 1000;
  private static final int PAUSE = 200;

  private Meeting() {}

  static List<Peer> host(Seat seat, IntConsumer listening) {
    SortedMap<Integer, Peer> come = new TreeMap<>();
    try (var door = new ServerSocket()) {
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(seat.host(), seat.port()), seat.size());
      door.setSoTimeout(PAUSE);
      listening.accept(door.getLocalPort());
      for (int tries = COMING / PAUSE; come.size() < seat.size() - 1; ) {
        try {
          greet(seat, door.accept(), come);
        } catch (SocketTimeoutException e) {
          interrupted(seat);
          if (--tries == 0) {
            throw e;
          }
        }
      }
      for (Peer peer : come.values()) {
        peer.welcome();
      }
      return List.copyOf(come.values());
    } catch (IOException | CancellationException e) {
      come.values().forEach(Peer::close);
      if (e instanceof CancellationException stopped) {
        throw stopped;
      }
      throw new ReplicaLostException(
          e instanceof SocketTimeoutException
              ? "of %d replicas only %d and this one came to %s within %d minutes"
                  .formatted(seat.size(), come.size(), where(seat), COMING / 60_000)
              : "replica 0 cannot meet the others at %s: %s".formatted(where(seat), e.getMessage()),
          e);
    }
  }

  /** Whoever does not say the right words is not one of us, and is sent away. */
  private static void greet(Seat seat, Socket socket, SortedMap<Integer, Peer> come)
      throws IOException {
    try {
      socket.setSoTimeout(SAYING);
      var in = new DataInputStream(socket.getInputStream());
      int[] said = {in.readInt(), in.readInt(), in.readInt()};
      if (Arrays.equals(said, words(said[1], seat.size()))
          && said[1] > 0
          && said[1] < seat.size()
          && !come.containsKey(said[1])) {
        come.put(said[1], new Peer(said[1], socket));
        return;
      }
    } catch (IOException e) {
      // It went away or is silent: no loss.
    }
    socket.close();
  }

  static Peer visit(Seat seat) {
    long tries = COMING / PAUSE;
    while (true) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(seat.host(), seat.port()), SAYING);
        var out = new DataOutputStream(socket.getOutputStream());
        for (int word : words(seat.rank(), seat.size())) {
          out.writeInt(word);
        }
        out.flush();
        var host = new Peer(0, socket);
        host.awaitWelcome();
        return host;
      } catch (IOException e) {
        if (socket.isConnected() || --tries == 0) {
          throw new ReplicaLostException(
              "replica %d was not let in at %s (%s); are there %d replicas, each with a rank of its own?"
                  .formatted(seat.rank(), where(seat), e.getMessage(), seat.size()),
              e);
        }
        pause(seat); // it does not listen yet
      }
    }
  }

  private static int[] words(int rank, int size) {
    return new int[] {GREETING, rank, size};
  }

  private static void pause(Seat seat) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted(seat);
    }
  }

  private static void interrupted(Seat seat) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while replicas came to " + where(seat));
    }
  }

  private static String where(Seat seat) {
    return seat.host() + ":" + seat.port();
  }
}
