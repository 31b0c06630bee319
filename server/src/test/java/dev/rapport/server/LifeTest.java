package dev.rapport.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ReplyListener;
import dev.rapport.model.Usage;
import dev.rapport.runtime.Rapport;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readiness, callers who leave, and the end. */
class LifeTest {
  private static final int MOST_PIECES = 1_000_000;

  @TempDir Path folder;

  @Test
  void givenLearningHasHalted_isNotReady_andSaysWhich() throws Exception {
    try (TestServer server = TestServer.open(folder)) {
      assertThat(server.get("/readyz").body()).isEqualTo("ready\n");

      server.rapport().background().close();

      TestServer.Reply reply = server.get("/readyz");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.json().path("detail").asText()).contains("engine");
      assertThat(server.get("/healthz").status()).isEqualTo(200);
    }
  }

  /** Answers by and by, and tells how it came to an end. */
  private static final class Talker implements LanguageModel {
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

    @Override
    public String name() {
      return "talker";
    }

    @Override
    public ChatReply chat(ChatRequest request) {
      throw new UnsupportedOperationException("only streams");
    }

    @Override
    public ChatReply stream(ChatRequest request, ReplyListener listener) {
      try {
        for (int i = 0; i < MOST_PIECES; i++) {
          listener.onText("word ");
        }
      } catch (RuntimeException e) {
        ended.complete(e);
        throw e;
      }
      throw new IllegalStateException(
          "whoever left was talked to for %,d words".formatted(MOST_PIECES));
    }
  }

  @Test
  void givenACallerWhoLeavesAStream_theModelIsStopped_andItIsNoFault() throws Exception {
    Talker talker = new Talker();
    Rapport rapport = Rapport.builder().answerer(talker).open(folder.resolve("rapport.db"));
    try (TestServer server = TestServer.over(rapport, ServerConfig.DEFAULT.withPort(0))) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
        String body = "{\"query\":\"What now?\"}";
        String head =
            "POST /v1/people/ana/ask HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Accept-Encoding: gzip\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(UTF_8));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
        socket.setSoLinger(true, 0);
      }

      assertThat(talker.ended.get(60, TimeUnit.SECONDS)).hasMessage("the caller has gone");
      assertThat(logOfAsk(server)).contains("\"status\":200");
    }
  }

  /** The line about the question, which is written when its request has ended. */
  private static String logOfAsk(TestServer server) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (Instant.now().isBefore(deadline)) {
      Optional<String> line = server.log().lines().filter(each -> each.contains("/ask")).findAny();
      if (line.isPresent()) {
        return line.get();
      }
      Thread.onSpinWait();
    }
    return "";
  }

  /** Answers when it is told to. */
  private record Slow(CountDownLatch begun, CountDownLatch go) implements LanguageModel {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public ChatReply chat(ChatRequest request) {
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new ChatReply("At last.", "", FinishReason.STOP, new Usage(1, 1, 0, true), "slow");
    }
  }

  @Test
  void givenARequestUnderWay_whenClosed_isAnsweredFirst() throws Exception {
    Slow slow = new Slow(new CountDownLatch(1), new CountDownLatch(1));
    Rapport rapport = Rapport.builder().answerer(slow).open(folder.resolve("rapport.db"));
    TestServer server = TestServer.over(rapport, ServerConfig.DEFAULT.withPort(0));
    CompletableFuture<TestServer.Reply> asked =
        CompletableFuture.supplyAsync(() -> ask(server), Thread::startVirtualThread);
    assertThat(slow.begun().await(60, TimeUnit.SECONDS)).isTrue();

    int port = server.server().port();
    CompletableFuture<Void> closed =
        CompletableFuture.runAsync(server.server()::close, Thread::startVirtualThread);
    awaitRefusal(port);
    slow.go().countDown();

    assertThat(asked.get(60, TimeUnit.SECONDS).body()).contains("At last.");
    closed.get(60, TimeUnit.SECONDS);
  }

  /** Computes without a pause until it is told to end. */
  private record Busy(CountDownLatch begun, AtomicBoolean end) implements LanguageModel {
    @Override
    public String name() {
      return "busy";
    }

    @Override
    public ChatReply chat(ChatRequest request) {
      begun.countDown();
      while (!end.get()) {
        Thread.onSpinWait();
      }
      return new ChatReply("NONE", "", FinishReason.STOP, new Usage(1, 1, 0, true), "busy");
    }
  }

  @Test
  void givenLearningThatComputesOnEveryCore_callersAreAnsweredAllTheSame() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    Busy busy = new Busy(new CountDownLatch(Math.min(cores, 4)), new AtomicBoolean());
    Rapport rapport = Rapport.builder().writer(busy).open(folder.resolve("rapport.db"));
    try (TestServer server = TestServer.over(rapport, ServerConfig.DEFAULT.withPort(0))) {
      try {
        askWhileAllCompute(server, cores, busy);
      } finally {
        // Before the server is closed, which waits for learning.
        busy.end().set(true);
      }
    }
  }

  private static void askWhileAllCompute(TestServer server, int cores, Busy busy) throws Exception {
    String turns =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"I like tea.\"}],\"learn\":true}";
    for (int who = 0; who < cores; who++) {
      assertThat(server.post("/v1/people/p%d/turns".formatted(who), turns).status()).isEqualTo(202);
    }
    assertThat(busy.begun().await(60, TimeUnit.SECONDS)).isTrue();

    assertThat(server.get("/v1/people/p0/page").status()).isEqualTo(200);
  }

  private static TestServer.Reply ask(TestServer server) {
    try {
      return server.post("/v1/people/ana/ask", "{\"query\":\"What now?\"}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRefusal(int port) {
    assertThatThrownBy(
            () -> {
              while (true) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
              }
            })
        .isInstanceOf(SocketException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1024, 1",
    "-1, 1024, 1",
    "2000000, 1024, 1",
    "60, 0, 1",
    "60, 9999999999, 1",
    "60, 1024, 70000"
  })
  void givenSettingsOfNoUse_areRefused(int requests, long bytes, int port) {
    assertThatThrownBy(
            () ->
                ServerConfig.DEFAULT
                    .withRequestsPerMinute(requests)
                    .withBodyBytes(bytes)
                    .withPort(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
  }
}
