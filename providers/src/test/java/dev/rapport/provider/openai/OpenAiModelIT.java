package dev.rapport.provider.openai;

import static dev.rapport.provider.openai.Calling.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Answer.Thinking;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.FakeServerConfig;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.fakeserver.Received;
import dev.rapport.fakeserver.Responder;
import dev.rapport.fakeserver.SseForm;
import dev.rapport.model.ChatReply;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OpenAiModelIT {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whenAsked_sendsTheProtocolsFieldsAndNoOfferOfHttp2() throws Exception {
    try (var server = FakeServer.start(Responder.saying("Good day."))) {
      var request =
          REQUEST
              .withTemperature(0.5)
              .withSeed(7)
              .withStop(List.of("END"))
              .withJsonSchema("{\"type\":\"object\"}")
              .withExtra(Map.of("top_k", 20));
      var config =
          Calling.config(server)
              .withExtra(Map.of("chat_template_kwargs", Map.of("enable_thinking", false)))
              .withHeaders(Map.of("OpenAI-Organization", "org-1"));

      var reply = Calling.model(config).chat(request);

      assertThat(reply)
          .isEqualTo(new ChatReply("Good day.", "", FinishReason.STOP, Usage.of(7, 2), "fake"));
      Received received = server.received().getFirst();
      assertThat(received.headers())
          .doesNotContainKeys("upgrade", "http2-settings", "authorization")
          .containsEntry("openai-organization", "org-1");
      JsonNode body = JSON.readTree(received.body());
      assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
      assertThat(body.path("seed").asLong()).isEqualTo(7);
      assertThat(body.path("max_tokens").asInt()).isEqualTo(100);
      assertThat(body.path("top_k").asInt()).isEqualTo(20);
      assertThat(body.path("stop").path(0).asText()).isEqualTo("END");
      assertThat(body.path("chat_template_kwargs").path("enable_thinking").asBoolean(true))
          .isFalse();
      assertThat(body.path("response_format").path("json_schema").path("strict").asBoolean(true))
          .isFalse();
    }
  }

  @Test
  void givenAKey_whenAsked_showsIt() {
    var guarded = FakeServerConfig.DEFAULT.withApiKey("sk-secret-1");
    try (var server = FakeServer.start(guarded, Responder.saying("Come in."))) {
      var config = Calling.config(server).withApiKey(ApiKey.of("sk-secret-1"));

      assertThat(Calling.model(config).chat(REQUEST).text()).isEqualTo("Come in.");
    }
  }

  @Test
  void givenAReasoningModel_whenAsked_sendsTheFieldsItTakes() {
    var picky = FakeServerConfig.DEFAULT.withCompletionTokensOnly();
    try (var server = FakeServer.start(picky, Responder.saying("Fine."))) {
      var config = Calling.config(server).withDialect(Dialect.REASONING);

      assertThat(Calling.model(config).chat(REQUEST).text()).isEqualTo("Fine.");
      assertThat(server.received().getFirst().body())
          .contains("\"max_completion_tokens\":100")
          .doesNotContain("temperature");
    }
  }

  @Test
  void whenStreamed_tellsPiecesThatAddUpToTheReply() {
    try (var server = FakeServer.start(Responder.saying("One two three."))) {
      var notes = new Calling.Notes();

      var reply = Calling.model(server).stream(REQUEST, notes);

      assertThat(notes.text).containsExactly("One", " two", " three.");
      assertThat(reply)
          .isEqualTo(
              new ChatReply("One two three.", "", FinishReason.STOP, Usage.of(7, 3), "fake"));
    }
  }

  static List<SseForm> forms() {
    List<SseForm> forms = new ArrayList<>();
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      for (int packetBytes : List.of(0, 1, 7)) {
        var form = SseForm.PLAIN.withLineEnd(lineEnd).withPacketBytes(packetBytes);
        forms.add(form);
        forms.add(form.withComments().withSeveralDataLines());
      }
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void givenAnyFormOfEvents_whenStreamed_readsTheSameReply(SseForm form) {
    var answer = Answer.of("Grüße, 你好 und 👋🏽!").withSse(form);
    try (var server = FakeServer.start(Responder.always(new Behaviour.Say(answer)))) {
      var reply = Calling.model(server).stream(REQUEST, new Calling.Notes());

      assertThat(reply.text()).isEqualTo("Grüße, 你好 und 👋🏽!");
      assertThat(reply.usage()).isEqualTo(Usage.of(7, 4));
    }
  }

  @ParameterizedTest
  @EnumSource(Thinking.class)
  void givenThinkingAnywhere_whenAsked_separatesIt(Thinking where) {
    var answer = Answer.of("Red it is.").withThinking("Let me think.", where);
    if (where == Thinking.TAGS_UNCLOSED) {
      answer = Answer.of("").withThinking("Let me think.", where);
    }
    try (var server = FakeServer.start(Responder.always(new Behaviour.Say(answer)))) {
      var notes = new Calling.Notes();

      var whole = Calling.model(server).chat(REQUEST);
      var streamed = Calling.model(server).stream(REQUEST, notes);

      assertThat(streamed).isEqualTo(whole);
      assertThat(whole.thinking()).isEqualTo("Let me think.");
      assertThat(whole.text()).isEqualTo(answer.text());
      if (where != Thinking.TAGS_WITHOUT_OPENING) {
        assertThat(String.join("", notes.text)).isEqualTo(answer.text());
      }
    }
  }

  @Test
  void givenToolCallsOrNoUsage_whenAsked_saysSo() {
    var tools = Answer.of("").withToolCalls(List.of(new Answer.ToolCall("look", "{}")));
    try (var server =
        FakeServer.start(
            Responder.inTurn(
                new Behaviour.Say(tools),
                new Behaviour.Say(Answer.of("Hi").withoutUsage().withFinish("length"))))) {
      var model = Calling.model(server);

      assertThat(model.chat(REQUEST).finish()).isEqualTo(FinishReason.TOOL_CALLS);
      var second = model.stream(REQUEST, new Calling.Notes());
      assertThat(second.usage()).isEqualTo(Usage.UNREPORTED);
      assertThat(second.finish()).isEqualTo(FinishReason.LENGTH);
    }
  }

  @Test
  void givenAnOddButUsableReply_whenAsked_readsIt() {
    var error =
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n";
    try (var server =
        FakeServer.start(
            Responder.inTurn(
                Misbehaviour.nullContent(),
                Misbehaviour.emptyContent(),
                Misbehaviour.wrongContentType("Plain."),
                Misbehaviour.wrongLanguage(),
                Misbehaviour.wrongContentType("Not streamed."),
                new Behaviour.Packets(
                    "text/plain", List.of(error.getBytes(StandardCharsets.UTF_8))),
                Misbehaviour.halfStream(Answer.of("Hi"), 99)))) {
      var model = Calling.model(server);

      assertThat(model.chat(REQUEST).text()).isEmpty();
      assertThat(model.chat(REQUEST).text()).isEmpty();
      assertThat(model.chat(REQUEST).text()).isEqualTo("Plain.");
      assertThat(model.chat(REQUEST).text()).startsWith("当然");
      assertThat(model.stream(REQUEST, new Calling.Notes()).text()).isEqualTo("Not streamed.");
      assertThat(model.stream(REQUEST, new Calling.Notes()).text()).isEqualTo("Hi");
    }
  }

  @Test
  void given500CallsAtOnce_whenAllWaitForEachOther_allAreAnswered() throws Exception {
    var all = new CountDownLatch(500);
    Responder together =
        call -> {
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Behaviour.Say(Answer.of("Number " + call.lastText().length()));
        };
    try (var server = FakeServer.start(together);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var model = Calling.model(Calling.config(server).withTimeouts(Timeouts.DEFAULT));
      List<Future<ChatReply>> replies = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        replies.add(threads.submit(() -> model.chat(REQUEST)));
      }

      long output = 0;
      for (Future<ChatReply> reply : replies) {
        output += reply.get().usage().output();
      }

      assertThat(server.count().mostAtOnce()).isEqualTo(500);
      assertThat(server.count().answered()).isEqualTo(500);
      assertThat(server.count().outputTokens()).isEqualTo(output).isEqualTo(1000);
    }
  }
}
