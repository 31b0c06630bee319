package dev.rapport.train.replica;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SocketReplicasTest {
  private static final String HERE = "127.0.0.1";
  private static final Executor EACH_ITS_OWN = task -> Thread.ofPlatform().daemon().start(task);

  @Test
  void sums_areTheSameBitsForAll_inTheOrderOfRanks() {
    List<float[]> floats =
        all(
            3,
            replicas -> {
              float[] values = {replicas.rank() == 1 ? 1e8f : -5e7f, 0.1f * replicas.rank(), 3};
              replicas.sum(values);
              return values;
            });
    float[] expected = {(-5e7f + 1e8f) - 5e7f, (0f + 0.1f) + 0.2f, 9};
    assertThat(floats).allSatisfy(one -> assertThat(one).containsExactly(expected));

    List<double[]> doubles =
        all(
            2,
            replicas -> {
              double[] values = {replicas.rank(), Double.NaN, 1e-300};
              replicas.sum(values);
              replicas.sum(new double[0]);
              return values;
            });
    assertThat(doubles).allSatisfy(one -> assertThat(one).containsExactly(1, Double.NaN, 2e-300));
  }

  @Test
  void givenOneThatDoesSomethingElse_nobodyGoesOn() {
    assertThatThrownBy(
            () ->
                all(
                    2,
                    replicas -> {
                      replicas.sum(new float[1 + replicas.rank()]);
                      return replicas;
                    }))
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("8 bytes where 4 are expected");
  }

  @Test
  void givenAStrangerAtTheDoor_itIsSentAway() {
    var second = new AtomicReference<>(new CompletableFuture<SocketReplicas>());
    try (var first =
        SocketReplicas.join(
            new Seat(0, 2, HERE, 0),
            port -> {
              knock(port);
              second.set(visit(new Seat(1, 2, HERE, port)));
            })) {
      assertThat(first.size()).isEqualTo(2);
      second.get().join().close();
    }
  }

  @Test
  void givenAnotherNumberOfReplicas_itIsSentAway_andTheWaitCanBeInterrupted() {
    var other = new AtomicReference<>(new CompletableFuture<SocketReplicas>());
    Thread waiting = Thread.currentThread();
    assertThatThrownBy(
            () ->
                SocketReplicas.join(
                    new Seat(0, 2, HERE, 0),
                    port ->
                        other.set(
                            visit(new Seat(1, 3, HERE, port))
                                .whenComplete((none, failure) -> waiting.interrupt()))))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(() -> other.get().join())
        .hasCauseInstanceOf(ReplicaLostException.class)
        .hasMessageContaining("are there 3 replicas");
  }

  private static CompletableFuture<SocketReplicas> visit(Seat seat) {
    return CompletableFuture.supplyAsync(() -> SocketReplicas.join(seat, port -> {}), EACH_ITS_OWN);
  }

  private static void knock(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream()) {
      out.write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each on a thread of its own; what they found, by rank. */
  private static <T> List<T> all(int size, Function<Replicas, T> work) {
    var others = new ArrayList<CompletableFuture<T>>();
    var found = new ArrayList<T>();
    try (var first =
        SocketReplicas.join(
            new Seat(0, size, HERE, 0),
            port -> {
              for (int rank = 1; rank < size; rank++) {
                var seat = new Seat(rank, size, HERE, port);
                others.add(CompletableFuture.supplyAsync(() -> one(seat, work), EACH_ITS_OWN));
              }
            })) {
      found.add(work.apply(first));
    }
    others.forEach(other -> found.add(other.join()));
    return found;
  }

  private static <T> T one(Seat seat, Function<Replicas, T> work) {
    try (var replicas = SocketReplicas.join(seat, port -> {})) {
      return work.apply(replicas);
    }
  }
}
