package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.fakeserver.Responder;
import dev.rapport.fakeserver.SseForm;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the memory adds and hears, and that it never stands in the way. */
final class ProxyMemoryIT {
  private static final String PAGE = "# Ana\n\n- Likes tea\n";

  private final FakeMemory memory = FakeMemory.holding(PAGE);
  private volatile Responder responder = Responder.saying("Try oolong, it is mild.");
  private final FakeServer upstream = FakeServer.start(call -> responder.respond(call));
  private final ProxyServer proxy =
      new ProxyServer(
          ProxyConfig.of(upstream.baseUrl().toString()).withPatience(Duration.ofMillis(500)),
          memory);

  @AfterEach
  void close() {
    proxy.close();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givenAnExchange_bothHalvesAreHeard(boolean stream) throws Exception {
    HttpResponse<byte[]> reply = ask("What tea?", stream);

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("X-Rapport-Memory")).contains("page");
    FakeMemory.Observed heard = memory.heard();
    assertThat(heard.user().value()).isEqualTo("ana");
    assertThat(heard.messages())
        .extracting(Message::role, Message::text)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Role.USER, "What tea?"),
            org.assertj.core.api.Assertions.tuple(Role.ASSISTANT, "Try oolong, it is mild."));
    assertThat(upstream.received().getLast().body()).contains("- Likes tea");
  }

  static Stream<SseForm> forms() {
    return Stream.of(
        SseForm.PLAIN.withLineEnd("\r\n"),
        SseForm.PLAIN.withLineEnd("\r").withComments(),
        SseForm.PLAIN.withSeveralDataLines(),
        SseForm.PLAIN.withPacketBytes(7));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void givenAnyFormOfStream_itsWordsAreHeard(SseForm form) throws Exception {
    responder = Responder.answering(call -> Answer.of("Grüße aus 東京 😀.").withSse(form));

    ask("Hi", true);

    assertThat(memory.heard().messages().getLast().text()).isEqualTo("Grüße aus 東京 😀.");
  }

  @Test
  void givenThinking_onlyWhatWasSaidIsHeard() throws Exception {
    responder =
        Responder.answering(
            call -> Answer.of("Tea.").withThinking("hm, secret", Answer.Thinking.TAGS));

    ask("Hi", true);

    assertThat(memory.heard().messages().getLast().text()).isEqualTo("Tea.");
  }

  static Stream<Behaviour> failures() {
    return Stream.of(
        Misbehaviour.rateLimited(Duration.ofSeconds(3)),
        Misbehaviour.serverError(),
        new Behaviour.Reset(),
        new Behaviour.HalfStream(Answer.of("one two three four"), 2, Behaviour.Ending.CLOSE),
        new Behaviour.HalfStream(Answer.of("one two three four"), 2, Behaviour.Ending.RESET),
        new Behaviour.Say(
            Answer.of("let me see")
                .withToolCalls(List.of(new Answer.ToolCall("look", "{\"for\":\"tea\"}")))));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void givenNoWholeReply_onlyThePersonIsHeard(Behaviour failure) throws Exception {
    responder = Responder.always(failure);

    try {
      ask("What tea?", true);
    } catch (java.io.IOException broken) {
      assertThat(failure).isInstanceOf(Behaviour.HalfStream.class);
    }

    assertThat(memory.heard().messages()).extracting(Message::text).containsExactly("What tea?");
  }

  @Test
  void givenAStreamBrokenOff_theClientSeesThatItIs() {
    responder =
        Responder.always(
            new Behaviour.HalfStream(Answer.of("one two three"), 2, Behaviour.Ending.CLOSE));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> ask("What tea?", true))
        .isInstanceOf(java.io.IOException.class);
  }

  @Test
  void givenAGrowingHistory_eachExchangeHasANameOfItsOwnAndARepeatedOneTheSame() throws Exception {
    String one = "{\"role\":\"user\",\"content\":\"yes\"}";
    String two = one + ",{\"role\":\"assistant\",\"content\":\"and?\"}," + one;

    String first = conversation(one);
    String again = conversation(one);
    String later = conversation(two);

    assertThat(again).isEqualTo(first);
    assertThat(later).isNotEqualTo(first);
    assertThat(later.substring(0, later.indexOf('#')))
        .isEqualTo(first.substring(0, first.indexOf('#')));
  }

  @Test
  void givenReadOnly_thePageGoesInAndNothingIsHeard() throws Exception {
    HttpResponse<byte[]> reply =
        proxy.send(chat("Hi", false).header("X-Rapport-Memory", "read-only"));

    proxy.finish();
    assertThat(reply.headers().firstValue("X-Rapport-Memory")).contains("page");
    assertThat(upstream.received().getLast().body()).contains("- Likes tea");
    assertThat(memory.heardNothingMore()).isTrue();
  }

  @Test
  void givenTheBypass_nothingIsAddedAndNothingHeard() throws Exception {
    HttpResponse<byte[]> reply = proxy.send(chat("Hi", false).header("X-Rapport-Memory", "off"));

    proxy.finish();
    assertThat(reply.headers().firstValue("X-Rapport-Memory")).contains("off");
    assertThat(upstream.received().getLast().body()).doesNotContain("Likes tea");
    assertThat(memory.heardNothingMore()).isTrue();
  }

  @Test
  void givenAnEmptyPage_theRequestPassesAndIsHeard() throws Exception {
    memory.page = () -> "";

    HttpResponse<byte[]> reply = ask("Hi", false);

    assertThat(reply.headers().firstValue("X-Rapport-Memory")).contains("none; the page is empty");
    assertThat(memory.heard().messages()).hasSize(2);
  }

  @Test
  void givenAMemoryThatIsDown_theRequestPasses() throws Exception {
    memory.page =
        () -> {
          throw new IllegalStateException("disk of Ana who likes tea");
        };

    HttpResponse<byte[]> reply = ask("Hi", false);

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("X-Rapport-Memory")).contains("none; memory is down");
  }

  @Test
  void givenAMemoryThatIsSlow_theRequestPassesInTime() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    memory.page =
        () -> {
          try {
            never.await();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
          return PAGE;
        };

    HttpResponse<byte[]> reply = ask("Hi", false);
    never.countDown();

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("X-Rapport-Memory"))
        .contains("none; memory took longer than 500 ms");
  }

  @Test
  void givenAPersonWhoMayNotBeNamed_theRequestIsRefused() throws Exception {
    HttpResponse<byte[]> reply = proxy.send(chat("Hi", false).header("X-Rapport-User", "stranger"));

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(upstream.received()).isEmpty();
  }

  @Test
  void givenAUserThatIsNoId_theRequestPasses() throws Exception {
    String body = body("Hi", false).replace("\"ana\"", "\"" + "x".repeat(300) + "\"");

    HttpResponse<byte[]> reply = proxy.send(proxy.chat(body.getBytes(UTF_8)));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(upstream.received().getLast().body()).isEqualTo(body);
  }

  @Test
  void whenTheClientLeavesAStream_theUpstreamIsToldToStop() throws Exception {
    responder = Responder.always(new Behaviour.Endless("more "));

    try (InputStream in = proxy.open(chat("Hi", true)).body()) {
      assertThat(in.readNBytes(100)).hasSize(100);
    }

    assertThat(upstream.await(count -> count.clientLeft() == 1, Duration.ofSeconds(10))).isTrue();
    assertThat(memory.heard().messages()).extracting(Message::text).containsExactly("Hi");
  }

  @Test
  void givenNoUpstream_theClientReadsWhy() throws Exception {
    upstream.close();

    HttpResponse<byte[]> reply = ask("Hi", false);

    assertThat(reply.statusCode()).isEqualTo(502);
    assertThat(new String(reply.body(), UTF_8)).contains("\"error\":{\"message\":\"the upstream");
  }

  @Test
  void givenModels_theyAreTheUpstreams() throws Exception {
    HttpResponse<byte[]> reply =
        proxy.send(java.net.http.HttpRequest.newBuilder(proxy.url("/models")));

    assertThat(new String(reply.body(), UTF_8)).contains("\"id\":\"fake\"");
  }

  private String conversation(String messages) throws Exception {
    proxy.send(
        proxy.chat(
            ("{\"model\":\"fake\",\"user\":\"ana\",\"messages\":[" + messages + "]}")
                .getBytes(UTF_8)));
    return memory.heard().messages().getFirst().conversation();
  }

  private HttpResponse<byte[]> ask(String text, boolean stream) throws Exception {
    return proxy.send(chat(text, stream));
  }

  private java.net.http.HttpRequest.Builder chat(String text, boolean stream) {
    return proxy.chat(body(text, stream).getBytes(UTF_8));
  }

  private static String body(String text, boolean stream) {
    return "{\"model\":\"fake\",\"user\":\"ana\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(stream, text);
  }
}
