package dev.rapport.provider.openai;

import static dev.rapport.provider.openai.Calling.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.Behaviour.Ending;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.FakeServerConfig;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.fakeserver.Responder;
import dev.rapport.fakeserver.SseForm;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MisbehavingServerIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofMillis(60);
  private static final Answer WORDS = Answer.of("one two three four five six");

  private static ModelException failure(OpenAiModel model, boolean stream) {
    return catchThrowableOfType(
        ModelException.class,
        () -> {
          if (stream) {
            model.stream(REQUEST, new Calling.Notes());
          } else {
            model.chat(REQUEST);
          }
        });
  }

  private static Arguments both(Behaviour behaviour, Kind kind, Duration after) {
    return Arguments.of(behaviour, kind, after);
  }

  static List<Arguments> refusals() {
    var none = Duration.ZERO;
    var soon = Duration.ofSeconds(7);
    return List.of(
        both(Misbehaviour.rateLimited(), Kind.THROTTLED, none),
        both(Misbehaviour.rateLimited(soon), Kind.THROTTLED, soon),
        both(
            Misbehaviour.rateLimitedUntil(Calling.NOW.plusSeconds(7).atZone(ZoneOffset.UTC)),
            Kind.THROTTLED,
            soon),
        both(
            Misbehaviour.rateLimited(Map.of("retry-after-ms", "1500", "Retry-After", "2")),
            Kind.THROTTLED,
            Duration.ofMillis(1500)),
        both(Misbehaviour.quotaSpent(), Kind.MISCONFIGURED, none),
        both(Misbehaviour.serverError(), Kind.UNAVAILABLE, none),
        both(Misbehaviour.overloaded(), Kind.UNAVAILABLE, none),
        both(Misbehaviour.overloaded(soon), Kind.THROTTLED, soon),
        both(Misbehaviour.modelNotFound("fake"), Kind.MISCONFIGURED, none),
        both(refuse(400), Kind.REJECTED, none),
        both(refuse(422), Kind.REJECTED, none),
        both(refuse(403), Kind.MISCONFIGURED, none),
        both(refuse(502), Kind.UNAVAILABLE, none),
        both(refuse(302), Kind.MISCONFIGURED, none),
        both(Misbehaviour.errorWithStatus200(429), Kind.THROTTLED, none),
        both(Misbehaviour.errorWithStatus200(502), Kind.UNAVAILABLE, none),
        both(Misbehaviour.invalidJson(), Kind.MALFORMED, none),
        both(Misbehaviour.htmlPage(), Kind.MALFORMED, none),
        both(Misbehaviour.hugeBody(2000), Kind.MALFORMED, none),
        both(Misbehaviour.reset(), Kind.UNAVAILABLE, none));
  }

  private static Behaviour refuse(int status) {
    var elsewhere = Map.of("Location", "http://127.0.0.1:9/v1/chat/completions");
    return new Behaviour.Refuse(status, "No.", "invalid_request_error", "", elsewhere);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void givenARefusal_whenAsked_failsByKindAndTriesOnce(
      Behaviour behaviour, Kind kind, Duration retryAfter) {
    try (var server = FakeServer.start(Responder.always(behaviour))) {
      for (boolean stream : List.of(false, true)) {
        ModelException failure = failure(Calling.model(server), stream);

        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        assertThat(failure.retryAfter()).isEqualTo(retryAfter);
        assertThat(failure).hasMessageContaining(server.baseUrl().toString());
      }
      assertThat(server.count().attempts()).isEqualTo(2);
    }
  }

  @Test
  void givenAnEmptyBody_whenAsked_isMalformed() {
    try (var server = FakeServer.start(Responder.always(Misbehaviour.emptyBody()))) {
      assertThat(failure(Calling.model(server), false).kind()).isEqualTo(Kind.MALFORMED);
      assertThat(failure(Calling.model(server), true).kind()).isEqualTo(Kind.MALFORMED);
    }
  }

  @Test
  void givenHalfAStream_whenStreamed_isUnavailableWhicheverWayItEnds() {
    for (Ending ending : Ending.values()) {
      var half = new Behaviour.HalfStream(WORDS, 3, ending);
      try (var server = FakeServer.start(Responder.always(half))) {
        var config = Calling.config(server).withTimeouts(Calling.betweenBytes(AT_ONCE));
        var notes = new Calling.Notes();

        var failure =
            catchThrowableOfType(
                ModelException.class, () -> Calling.model(config).stream(REQUEST, notes));

        assertThat(failure.kind()).as(ending + ": " + failure).isEqualTo(Kind.UNAVAILABLE);
        if (ending != Ending.RESET) {
          assertThat(notes.text).containsExactly("one", " two", " three");
        }
      }
    }
  }

  @Test
  void givenAnErrorWithinTheStream_whenStreamed_failsByItsCode() {
    var packets =
        List.of(
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n"
                .getBytes(StandardCharsets.UTF_8),
            "event: error\ndata: {\"error\":{\"message\":\"rate limit reached\",\"code\":429}}\n\n"
                .getBytes(StandardCharsets.UTF_8));
    try (var server =
        FakeServer.start(Responder.always(new Behaviour.Packets("text/event-stream", packets)))) {
      ModelException failure = failure(Calling.model(server), true);

      assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
      assertThat(failure).hasMessageContaining("rate limit reached");
    }
  }

  @Test
  void givenAServerThatHangs_whenTheTimeIsUp_failsAndClosesTheConnection() throws Exception {
    try (var server = FakeServer.start(Responder.always(Misbehaviour.hang()))) {
      var config = Calling.config(server).withTimeouts(Calling.firstByte(AT_ONCE));

      ModelException failure = failure(Calling.model(config), false);

      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(failure).hasMessageContaining("no reply within");
      assertThat(server.await(count -> count.clientLeft() == 1, SOON)).isTrue();
    }
  }

  @Test
  void givenASlowDrip_whenTheTotalIsUp_failsAndClosesTheConnection() throws Exception {
    var drip = Misbehaviour.drip(Answer.of("again ".repeat(9999)), Duration.ofMillis(5));
    try (var server = FakeServer.start(Responder.always(drip))) {
      var config = Calling.config(server).withTimeouts(Calling.total(Duration.ofMillis(400)));

      ModelException failure = failure(Calling.model(config), true);

      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(server.await(count -> count.clientLeft() == 1, SOON)).isTrue();
    }
  }

  @Test
  void givenAnEndlessReply_whenItPassesTheLimit_isCutAndTheConnectionClosed() throws Exception {
    for (boolean stream : List.of(false, true)) {
      try (var server = FakeServer.start(Responder.always(Misbehaviour.endless()))) {
        var config = Calling.config(server).withMaxReplyBytes(200_000);

        ModelException failure = failure(Calling.model(config), stream);

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(failure).hasMessageContaining("200000 bytes");
        assertThat(server.await(count -> count.clientLeft() == 1, SOON)).isTrue();
      }
    }
  }

  @Test
  void whenTheThreadIsInterrupted_theCallIsCancelledAndTheServerSeesIt() throws Exception {
    var slow = Misbehaviour.drip(WORDS.withSse(SseForm.PLAIN), Duration.ofMinutes(5));
    for (Behaviour behaviour : List.of(Misbehaviour.hang(), slow)) {
      try (var server = FakeServer.start(Responder.always(behaviour))) {
        var model = Calling.model(server);
        var failures = new LinkedBlockingQueue<ModelException>();
        Thread caller = Thread.ofVirtual().start(() -> failures.add(failure(model, true)));
        assertThat(server.await(count -> count.inFlight() == 1, SOON)).isTrue();

        caller.interrupt();

        assertThat(failures.take().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(server.await(count -> count.clientLeft() == 1, SOON)).isTrue();
      }
    }
  }

  @Test
  void givenNobodyAtThePort_whenAsked_isUnavailableAndSaysHowToLook() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var config = OpenAiConfig.of("http://127.0.0.1:" + port, "fake");

    ModelException failure = failure(Calling.model(config), false);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("doctor");
  }

  @Test
  void givenNoSuchHost_whenAsked_isMisconfigured() {
    var config = OpenAiConfig.of("http://no-such-host.invalid", "fake");

    assertThat(failure(Calling.model(config), false).kind()).isEqualTo(Kind.MISCONFIGURED);
  }

  @Test
  void givenAWrongKey_whenAsked_saysSoWithoutTheKey() {
    var guarded = FakeServerConfig.DEFAULT.withApiKey("sk-right");
    try (var server = FakeServer.start(guarded, Responder.saying("never"))) {
      var config = Calling.config(server).withApiKey(ApiKey.of("hidden-and-wrong-1"));

      ModelException failure = failure(Calling.model(config), false);

      assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
      assertThat(failure)
          .hasMessageContaining("Incorrect API key provided: ***")
          .hasMessageNotContaining("hidden");
      assertThat(failure(Calling.model(server), false)).hasMessageContaining("RAPPORT_API_KEY");
    }
  }

  @Test
  void givenAnEchoOfThePrompt_whenRefused_theErrorHoldsNoneOfIt() {
    var echo =
        new Behaviour.Refuse(
            400,
            "This model's maximum context length is 10 tokens, input: \"My cough is zanzibar"
                + " red.\"",
            "",
            "",
            Map.of());
    try (var server = FakeServer.start(Responder.always(echo))) {
      assertThat(failure(Calling.model(server), false))
          .hasMessageContaining("maximum context length is 10 tokens")
          .hasMessageNotContaining("cough")
          .hasMessageNotContaining("zanzibar");
    }
  }

  @Test
  void givenATooLargeRequest_whenAsked_isRejectedWithTheMend() {
    var small = FakeServerConfig.DEFAULT.withMostBodyBytes(1000);
    try (var server = FakeServer.start(small, Responder.saying("never"))) {
      var request = ChatRequest.of(List.of(ChatMessage.user("x".repeat(5000))), 10);

      var failure =
          catchThrowableOfType(ModelException.class, () -> Calling.model(server).chat(request));

      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(failure).hasMessageContaining("smaller chunk");
    }
  }

  @Test
  void givenAnErrorWhoseBodyIsTooLong_theStatusStands() {
    var page = new Behaviour.Verbatim(502, "text/html", "<p>gateway</p>".repeat(20_000));
    try (var server = FakeServer.start(Responder.always(page))) {
      var config = Calling.config(server).withMaxReplyBytes(1024);

      assertThat(failure(Calling.model(config), false)).hasMessageContaining("status 502");
    }
  }
}
