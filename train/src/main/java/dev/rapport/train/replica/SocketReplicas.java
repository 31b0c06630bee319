package dev.rapport.train.replica;

import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Sums over plain sockets, without any library: everyone sends to the first, which adds up in the
 * order of ranks and sends the sum back. Meant for models that fit the engine in plain Java, and
 * for networks that are trusted: nothing is encrypted, nobody is asked who they are.
 */
public final class SocketReplicas implements Replicas {
  private final Seat seat;
  private final List<Peer> peers;

  private SocketReplicas(Seat seat, List<Peer> peers) {
    this.seat = seat;
    this.peers = List.copyOf(peers);
  }

  /** As {@link dev.rapport.train.policy.Engines#join}. */
  public static SocketReplicas join(Seat seat, IntConsumer listening) {
    return new SocketReplicas(
        seat, seat.rank() == 0 ? Meeting.host(seat, listening) : List.of(Meeting.visit(seat)));
  }

  @Override
  public int rank() {
    return seat.rank();
  }

  @Override
  public int size() {
    return seat.size();
  }

  @Override
  public void sum(float[] values) {
    exchange(
        Math.multiplyExact(values.length, Float.BYTES),
        bytes -> bytes.asFloatBuffer().put(values),
        bytes -> bytes.asFloatBuffer().get(values),
        bytes -> {
          var more = bytes.asFloatBuffer();
          for (int i = 0; i < values.length; i++) {
            values[i] += more.get(i);
          }
        });
  }

  @Override
  public void sum(double[] values) {
    exchange(
        Math.multiplyExact(values.length, Double.BYTES),
        bytes -> bytes.asDoubleBuffer().put(values),
        bytes -> bytes.asDoubleBuffer().get(values),
        bytes -> {
          var more = bytes.asDoubleBuffer();
          for (int i = 0; i < values.length; i++) {
            values[i] += more.get(i);
          }
        });
  }

  private void exchange(
      int length, Consumer<ByteBuffer> write, Consumer<ByteBuffer> read, Consumer<ByteBuffer> add) {
    var sent = new byte[length];
    ByteBuffer bytes = ByteBuffer.wrap(sent);
    if (!leads()) {
      write.accept(bytes);
      told(peers.getFirst(), peer -> peer.send(sent));
      told(peers.getFirst(), peer -> peer.receive(sent));
      read.accept(bytes);
      return;
    }
    for (Peer one : peers) {
      told(one, peer -> peer.receive(sent));
      add.accept(bytes);
    }
    write.accept(bytes);
    for (Peer one : peers) {
      told(one, peer -> peer.send(sent));
    }
  }

  /** Whoever loses one leaves all, so that nobody waits for what will never come. */
  private void told(Peer peer, Talk talk) {
    try {
      talk.with(peer);
    } catch (IOException e) {
      close();
      throw new ReplicaLostException(
          "replica %d is gone (%s), so replica %d stops too. Start all of them again: they go on from the newest checkpoint."
              .formatted(peer.rank(), e.getMessage(), seat.rank()),
          e);
    }
  }

  @Override
  public void close() {
    peers.forEach(Peer::close);
  }

  @FunctionalInterface
  private interface Talk {
    void with(Peer peer) throws IOException;
  }
}
