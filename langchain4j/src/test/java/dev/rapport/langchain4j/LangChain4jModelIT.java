package dev.rapport.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LangChain4jModelIT {
  private static final ChatRequest HELLO =
      ChatRequest.of(
          List.of(
              ChatMessage.system("Be brief."),
              ChatMessage.user("Hello"),
              ChatMessage.assistant("Hi"),
              ChatMessage.user("Bye")),
          77);

  @Test
  void givenAnAnswer_whenAsked_everythingOfItIsThere() {
    Answer answer = Answer.of("Good bye.").withThinking("Short.", Answer.Thinking.TAGS);

    try (var server = FakeServer.start(Responder.answering(call -> answer))) {
      ChatReply reply = model(server).chat(HELLO);

      assertThat(reply.text().strip()).isEqualTo("Good bye.");
      assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
      assertThat(reply.model()).isEqualTo("fake");
      assertThat(reply.usage().reported()).isTrue();
      assertThat(reply.usage().input()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({"stop,STOP", "length,LENGTH", "content_filter,FILTERED"})
  void givenAFinishReason_whenAsked_itIsOurs(String theirs, FinishReason ours) {
    Answer answer = Answer.of("Good").withFinish(theirs).withoutUsage();

    try (var server = FakeServer.start(Responder.answering(call -> answer))) {
      ChatReply reply = model(server).chat(HELLO);

      assertThat(reply.finish()).isEqualTo(ours);
      assertThat(reply.usage()).isEqualTo(Usage.UNREPORTED);
    }
  }

  @Test
  void givenARequestWithEverything_whenAsked_allOfItIsOnTheWire() {
    ChatRequest request =
        HELLO
            .withTemperature(0.5)
            .withStop(List.of("END"))
            .withSeed(42)
            .withJsonSchema("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")
            .withExtra(Map.of("top_k", 7));

    try (var server = FakeServer.start(Responder.saying("{}"))) {
      model(server).chat(request);

      assertThat(server.received().getLast().body().replaceAll("\\s", ""))
          .contains("\"temperature\":0.5", "\"seed\":42", "\"top_k\":7", "\"stop\":[\"END\"]")
          .contains(":77", "\"type\":\"json_schema\"", "{\"a\":{\"type\":\"string\"}}")
          .contains("\"role\":\"assistant\",\"content\":\"Hi\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECTED",
    "401,MISCONFIGURED",
    "403,MISCONFIGURED",
    "404,MISCONFIGURED",
    "422,REJECTED",
    "429,THROTTLED",
    "500,UNAVAILABLE",
    "503,UNAVAILABLE"
  })
  void givenARefusal_whenAsked_itsKindSaysWhatToDo(int status, Kind kind) {
    var refusal = new Behaviour.Refuse(status, "Hello is secret", "some_error", "", Map.of());

    try (var server = FakeServer.start(Responder.always(refusal))) {
      assertThat(failure(model(server)).kind()).isEqualTo(kind);
      assertThat(failure(model(server)))
          .hasMessageContaining("my-fake")
          .message()
          .doesNotContain("secret");
    }
  }

  @Test
  void givenAServerThatCannotBeReadOrReached_whenAsked_itsKindSaysWhatToDo() {
    var html = new Behaviour.Verbatim(200, "text/html", "<html>not json</html>");
    try (var server = FakeServer.start(Responder.always(html))) {
      assertThat(failure(model(server)).kind()).isEqualTo(Kind.MALFORMED);
    }
    try (var server = FakeServer.start(Responder.always(new Behaviour.Reset()))) {
      assertThat(failure(model(server)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  private static ModelException failure(LanguageModel model) {
    return catchThrowableOfType(ModelException.class, () -> model.chat(HELLO));
  }

  private static LanguageModel model(FakeServer server) {
    ChatModel theirs = Models.chat(server);
    return LangChain4jModel.of(theirs, "my-fake")
        .shapedBy(
            (asked, usual) ->
                OpenAiChatRequestParameters.builder()
                    .overrideWith(usual)
                    .seed((int) asked.seed())
                    .customParameters(asked.extra())
                    .build());
  }
}
