package dev.rapport.langchain4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.rapport.assistant.FakeMemory;
import dev.rapport.conversation.Message;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.ChatCall;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AiServiceIT {
  private static final UserId ANA = new UserId("ana");
  private static final String SYSTEM = "You are a cook.";
  private static final Behaviour WANTS_TOOL =
      new Behaviour.Say(Answer.of("").withToolCalls(List.of(new Answer.ToolCall("hour", "{}"))));

  private final FakeMemory memory = new FakeMemory();
  private final Queue<ChatCall> calls = new ConcurrentLinkedQueue<>();
  private final Map<Object, MessageWindowChatMemory> chats = new ConcurrentHashMap<>();
  private FakeServer server = FakeServer.start(heard(Responder.saying("Soup.")));

  interface Cook {
    String ask(@MemoryId String user, @UserMessage String words);

    TokenStream stream(@MemoryId String user, @UserMessage String words);

    String askNameless(@UserMessage String words);
  }

  static final class Clock {
    @Tool
    String hour() {
      return "noon";
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givenAPage_whenAsked_itStandsBehindTheSystemTextAndNotInTheChatMemory() {
    memory.knows(ANA, "Is vegan.");

    assertThat(cook().build().ask("ana", "Dinner?")).isEqualTo("Soup.");

    assertThat(calls.element().messages().getFirst().text())
        .startsWith(SYSTEM + "\n\n")
        .containsOnlyOnce("Is vegan.");
    assertThat(requireNonNull(chats.get("ana")).messages())
        .filteredOn(SystemMessage.class::isInstance)
        .containsExactly(SystemMessage.from(SYSTEM));
  }

  @Test
  void whenAsked_theExchangeIsObservedOnce() {
    cook().build().ask("ana", "Dinner?");

    assertThat(memory.observedOf()).containsExactly(ANA);
    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  @Test
  void whenTheSameWordsAreSaidAgain_theyAreAnotherExchange() {
    Cook cook = cook().build();
    cook.ask("ana", "Yes");
    cook.ask("ana", "Yes");

    assertThat(memory.observed().stream().map(Message::conversation).distinct()).hasSize(2);
  }

  @Test
  void givenATool_whenAsked_eachRequestHasTheNoteOnceAndOnlyTheFinalAnswerIsObserved() {
    memory.knows(ANA, "Is vegan.");
    answering(Responder.inTurn(WANTS_TOOL, new Behaviour.Say(Answer.of("Soup at noon."))));

    assertThat(cook().tools(new Clock()).build().ask("ana", "When?")).isEqualTo("Soup at noon.");

    assertThat(calls).hasSize(2);
    assertThat(calls).allSatisfy(call -> assertThat(call.prompt()).containsOnlyOnce("Is vegan."));
    assertThat(texts()).containsExactly("When?", "Soup at noon.");
  }

  @Test
  void givenAToolAndAStream_whenAsked_eachRequestHasTheNoteOnceAndOnlyTheFinalAnswerIsObserved()
      throws Exception {
    memory.knows(ANA, "Is vegan.");
    answering(Responder.inTurn(WANTS_TOOL, new Behaviour.Say(Answer.of("Soup at noon."))));

    assertThat(streamed(cook().tools(new Clock()).build(), "When?")).isEqualTo("Soup at noon.");

    assertThat(calls).hasSize(2);
    assertThat(calls).allSatisfy(call -> assertThat(call.prompt()).containsOnlyOnce("Is vegan."));
    assertThat(texts()).containsExactly("When?", "Soup at noon.");
  }

  @Test
  void givenWhatWasRetrieved_whenAsked_onlyThePersonsOwnWordsAreObserved() {
    cook()
        .contentRetriever(query -> List.of(Content.from("A manual says: likes liver.")))
        .build()
        .ask("ana", "Dinner?");

    assertThat(calls.element().lastText()).contains("likes liver");
    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  @Test
  void givenNoMemoryId_whenAsked_nobodyIsKnownAndNothingIsObserved() {
    memory.knows(new UserId("default"), "Is vegan.");

    assertThat(cook().build().askNameless("Dinner?")).isEqualTo("Soup.");

    assertThat(calls.element().prompt()).doesNotContain("Is vegan.");
    assertThat(memory.observed()).isEmpty();
  }

  @Test
  void givenABrokenMemory_whenAsked_theAnswerComes() throws Exception {
    memory.fails();

    assertThat(cook().build().ask("ana", "Dinner?")).isEqualTo("Soup.");
    assertThat(streamed(cook().build(), "Dinner?")).isEqualTo("Soup.");
  }

  @Test
  void givenABrokenModel_whenAsked_nothingIsObserved() {
    answering(
        Responder.always(new Behaviour.Refuse(400, "no", "invalid_request_error", "", Map.of())));

    assertThat(CompletableFuture.supplyAsync(() -> cook().build().ask("ana", "Dinner?")))
        .failsWithin(5, TimeUnit.SECONDS);

    assertThat(memory.observed()).isEmpty();
  }

  @Test
  void givenAConversationsId_whenSaidWhoseItIs_thePersonIsKnown() {
    memory.knows(ANA, "Is vegan.");
    Cook cook =
        AiServices.builder(Cook.class)
            .chatModel(Models.chat(server))
            .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20))
            .chatRequestTransformer(RapportNote.of(memory, id -> ANA))
            .registerListeners(RapportListeners.of(memory, id -> ANA))
            .build();

    cook.askNameless("Dinner?");

    assertThat(calls.element().prompt()).contains("Is vegan.");
    assertThat(memory.observedOf()).containsExactly(ANA);
  }

  private void answering(Responder responder) {
    server.close();
    server = FakeServer.start(heard(responder));
  }

  private Responder heard(Responder responder) {
    return call -> {
      calls.add(call);
      return responder.respond(call);
    };
  }

  private AiServices<Cook> cook() {
    return AiServices.builder(Cook.class)
        .chatModel(Models.chat(server))
        .streamingChatModel(Models.streaming(server))
        .chatMemoryProvider(
            id -> chats.computeIfAbsent(id, any -> MessageWindowChatMemory.withMaxMessages(20)))
        .systemMessage(SYSTEM)
        .chatRequestTransformer(RapportNote.of(memory))
        .registerListeners(RapportListeners.of(memory));
  }

  private static String streamed(Cook cook, String words) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    cook.stream("ana", words)
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> answer.complete(response.aiMessage().text()))
        .onError(answer::completeExceptionally)
        .start();
    return answer.get(5, TimeUnit.SECONDS);
  }

  private List<String> texts() {
    return memory.observed().stream().map(Message::text).toList();
  }
}
