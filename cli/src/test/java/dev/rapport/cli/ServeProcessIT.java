package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Received;
import dev.rapport.fakeserver.Responder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is run: killed, stopped, and twice on one database. */
final class ServeProcessIT {
  private static final int KILLS = 3;

  @TempDir Path folder;

  private Map<String, String> environment(FakeServer model, String store) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("RAPPORT_STORE", store);
    environment.put("RAPPORT_MODEL", model.baseUrl() + "#fake");
    environment.put("RAPPORT_WRITING", "patch");
    environment.put("RAPPORT_MASTER_KEY", "5e".repeat(32));
    return environment;
  }

  @Test
  void givenKillsWhileItTakesInAndLearns_nothingIsLost_andNothingIsLearnedTwice() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    Crowd crowd = new Crowd();
    try (FakeServer model = FakeServer.start(Responder.answering(Crowd::write))) {
      Map<String, String> environment = environment(model, folder.resolve("rapport.db").toString());
      for (int kill = 0; kill < KILLS; kill++) {
        try (Serving serving = Serving.start(folder, environment)) {
          int turns = random.nextInt(1, 12);
          for (int turn = 0; turn < turns; turn++) {
            crowd.say(random.nextInt(Crowd.PEOPLE), serving);
          }
          serving.kill();
        }
      }
      try (Serving serving = Serving.start(folder, environment)) {
        crowd.assertNothingLost(serving);
        crowd.awaitLearned(serving);
        crowd.assertEachIsOnItsPageOnce(serving);
        assertThat(repeated(model))
            .as("calls paid twice")
            .isLessThanOrEqualTo(KILLS * Crowd.PEOPLE);
        serving.stop();
        assertThat(serving.status()).isZero();
      }
    }
  }

  /** Requests that came more than once: only those that a kill interrupted may. */
  private static int repeated(FakeServer model) {
    List<String> bodies = model.received().stream().map(Received::body).toList();
    return bodies.size() - new LinkedHashSet<>(bodies).size();
  }

  @Test
  void givenARequestUnderWay_whenStopped_isAnsweredFirst_andTheStatusIsZero() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Responder slow =
        call -> {
          awaitQuietly(go);
          return Responder.saying("At last.").respond(call);
        };
    try (FakeServer model = FakeServer.start(slow);
        Serving serving =
            Serving.start(folder, environment(model, folder.resolve("rapport.db").toString()))) {
      CompletableFuture<JsonNode> asked =
          CompletableFuture.supplyAsync(() -> ask(serving), Thread::startVirtualThread);
      assertThat(model.await(count -> count.attempts() > 0, Duration.ofSeconds(60))).isTrue();

      serving.stop();
      awaitRefusal(serving.port());
      go.countDown();

      assertThat(asked.get(60, TimeUnit.SECONDS).path("text").asText()).isEqualTo("At last.");
      assertThat(serving.status()).isZero();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode ask(Serving serving) {
    try {
      return serving.send("POST", "/v1/people/ana/ask", "{\"query\":\"What now?\"}", 200);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRefusal(int port) {
    assertThatThrownBy(
            () -> {
              while (true) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                Thread.sleep(20);
              }
            })
        .isInstanceOf(SocketException.class);
  }

  @Test
  void givenTwoOnOnePostgres_whenOneIsKilled_theOtherGoesOn() throws Exception {
    Assumptions.assumeFalse("none".equals(System.getProperty("rapport.postgres")));
    Crowd crowd = new Crowd();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        FakeServer model = FakeServer.start(Responder.answering(Crowd::write))) {
      Map<String, String> environment =
          environment(model, postgres.getJdbcUrl("postgres", "postgres"));
      try (Serving one = Serving.start(folder, environment);
          Serving other = Serving.start(folder, environment)) {
        for (int turn = 0; turn < 6 * Crowd.PEOPLE; turn++) {
          crowd.say(turn % Crowd.PEOPLE, turn % 3 == 0 ? other : one);
        }

        one.kill();

        crowd.assertNothingLost(other);
        crowd.awaitLearned(other);
        crowd.assertEachIsOnItsPageOnce(other);
        assertThat(repeated(model)).as("calls paid twice").isLessThanOrEqualTo(Crowd.PEOPLE);
        other.stop();
        assertThat(other.status()).isZero();
      }
    }
  }
}
