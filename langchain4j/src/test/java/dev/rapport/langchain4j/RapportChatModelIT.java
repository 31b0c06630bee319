package dev.rapport.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.rapport.assistant.FakeMemory;
import dev.rapport.conversation.Message;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RapportChatModelIT {
  private static final UserId ANA = new UserId("ana");

  private final FakeMemory memory = new FakeMemory();
  private final FakeServer server = FakeServer.start(Responder.saying("Soup."));
  private final ChatModel plain = Models.chat(server);
  private final ChatModel model = RapportChatModel.over(plain, memory, ANA);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givenNoSystemMessage_whenAsked_theNoteComesFirst() {
    memory.knows(ANA, "Is vegan.");

    assertThat(model.chat("Dinner?")).isEqualTo("Soup.");

    assertThat(server.received().getLast().body())
        .containsPattern("\"role\" ?: ?\"system\"")
        .contains("Is vegan.");
    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  @Test
  void givenNothingKnown_whenAsked_theRequestIsTheSameToTheByte() {
    ChatRequest request = everything();

    plain.chat(request);
    model.chat(request);

    assertThat(server.received().get(1).body()).isEqualTo(server.received().get(0).body());
  }

  @Test
  void givenAPage_whenAsked_nothingButTheSystemTextDiffers() {
    memory.knows(ANA, "Is vegan.");

    plain.chat(everything());
    model.chat(everything());

    String sent = server.received().get(1).body();
    assertThat(sent.replaceFirst("\\\\n\\\\nYou know the person.*?=== end: page [0-9a-f]+", ""))
        .isEqualTo(server.received().get(0).body());
  }

  @Test
  void givenExamplesAndEarlierTurns_whenAsked_onlyTheLastExchangeIsObserved() {
    model.chat(
        SystemMessage.from("Be brief."),
        UserMessage.from("I love liver."),
        AiMessage.from("Noted."),
        UserMessage.from(TextContent.from("Dinner?"), ImageContent.from("https://a.test/p.png")));

    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  @Test
  void givenAToolsResult_whenAsked_theWordsBeforeTheToolAreObserved() {
    ToolExecutionRequest call =
        ToolExecutionRequest.builder().id("1").name("hour").arguments("{}").build();

    model.chat(
        UserMessage.from("When?"),
        AiMessage.from(call),
        ToolExecutionResultMessage.from(call, "secret of the tool"));

    assertThat(texts()).containsExactly("When?", "Soup.");
  }

  @Test
  void givenTwoLayers_whenAsked_theNoteIsThereOnce() {
    memory.knows(ANA, "Is vegan.");

    RapportChatModel.over(model, memory, ANA).chat("Dinner?");

    assertThat(server.received().getLast().body()).containsOnlyOnce("Is vegan.");
  }

  @Test
  void givenABrokenMemoryOrNobody_whenAsked_theAnswerComes() {
    assertThat(RapportChatModel.over(plain, memory, () -> new UserId("")).chat("Dinner?"))
        .isEqualTo("Soup.");
    assertThat(memory.observed()).isEmpty();
    memory.fails();

    assertThat(model.chat("Dinner?")).isEqualTo("Soup.");
  }

  @Test
  void givenABrokenModel_whenAsked_itsOwnFailureIsSeenAndNothingIsObserved() {
    server.close();

    assertThatThrownBy(() -> model.chat("Dinner?")).isInstanceOf(RuntimeException.class);

    assertThat(memory.observed()).isEmpty();
  }

  @Test
  void givenAStream_whenComplete_itIsObservedAndThePiecesPassed() throws Exception {
    memory.knows(ANA, "Is vegan.");
    StreamingChatModel streaming =
        RapportStreamingChatModel.over(Models.streaming(server), memory, ANA);
    CompletableFuture<String> whole = new CompletableFuture<>();
    StringBuilder pieces = new StringBuilder();

    streaming.chat(
        "Dinner?",
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            pieces.append(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            whole.complete(response.aiMessage().text());
          }

          @Override
          public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
          }
        });

    assertThat(whole.get(5, TimeUnit.SECONDS)).isEqualTo("Soup.");
    assertThat(pieces).hasToString("Soup.");
    assertThat(server.received().getLast().body()).contains("Is vegan.");
    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  private static ChatRequest everything() {
    return ChatRequest.builder()
        .messages(SystemMessage.from("Be brief."), UserMessage.from("Dinner?"))
        .temperature(0.5)
        .topP(0.9)
        .maxOutputTokens(99)
        .stopSequences(List.of("END"))
        .toolSpecifications(ToolSpecification.builder().name("hour").build())
        .build();
  }

  private List<String> texts() {
    return memory.observed().stream().map(Message::text).toList();
  }
}
