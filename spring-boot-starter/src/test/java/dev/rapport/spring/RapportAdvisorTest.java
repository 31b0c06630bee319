package dev.rapport.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.assistant.FakeMemory;
import dev.rapport.conversation.Message;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.tool.annotation.Tool;

final class RapportAdvisorTest {
  private static final UserId ANA = new UserId("ana");
  private final FakeMemory memory = new FakeMemory();

  static final class Clock {
    @Tool
    String hour() {
      return "noon";
    }
  }

  @Test
  void givenASystemText_whenCalled_itSurvivesAndThePageStandsBehindIt() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup.");

    assertThat(ask(client(model), "Dinner?")).isEqualTo("Soup.");

    assertThat(ScriptedModel.systemTexts(model.prompts().getFirst()))
        .singleElement()
        .satisfies(
            text ->
                assertThat(text).startsWith("You are a cook.\n\n").containsOnlyOnce("Is vegan."));
  }

  @Test
  void givenNoSystemText_whenCalled_theNoteIsIt() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup.");

    ask(ChatClient.builder(model).defaultAdvisors(RapportAdvisor.of(memory)).build(), "Dinner?");

    assertThat(ScriptedModel.systemTexts(model.prompts().getFirst()))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("You know the person"));
  }

  @Test
  void whenCalled_theExchangeIsObservedOnce() {
    ask(client(ScriptedModel.saying("Soup.")), "Dinner?");

    assertThat(memory.observedOf()).containsExactly(ANA);
    assertThat(texts()).containsExactly("Dinner?", "Soup.");
  }

  @Test
  void whenStreamed_thePiecesComeAndTheExchangeIsObservedOnce() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup today.");

    List<String> pieces =
        client(model).prompt("Dinner?").advisors(RapportAdvisorTest::asAna).stream()
            .content()
            .collectList()
            .block();

    assertThat(String.join("", Objects.requireNonNull(pieces))).isEqualTo("Soup today.");
    assertThat(ScriptedModel.systemTexts(model.prompts().getFirst()).getFirst())
        .contains("Is vegan.");
    assertThat(texts()).containsExactly("Dinner?", "Soup today.");
  }

  @Test
  void givenATool_whenCalled_eachRequestHasTheNoteOnceAndOnlyTheFinalAnswerIsObserved() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup at noon.").callingFirst("hour");

    String answer =
        client(model)
            .prompt("When?")
            .advisors(RapportAdvisorTest::asAna)
            .tools(new Clock())
            .call()
            .content();

    assertThat(answer).isEqualTo("Soup at noon.");
    assertThatTheNoteIsInEachOnce(model, 2);
    assertThat(texts()).containsExactly("When?", "Soup at noon.");
  }

  @Test
  void givenAToolAndAStream_eachRequestHasTheNoteOnceAndOnlyTheFinalAnswerIsObserved() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup at noon.").callingFirst("hour");

    client(model).prompt("When?").advisors(RapportAdvisorTest::asAna).tools(new Clock()).stream()
        .content()
        .blockLast();

    assertThatTheNoteIsInEachOnce(model, 2);
    assertThat(texts()).containsExactly("When?", "Soup at noon.");
  }

  @Test
  void givenAChatMemory_whenCalledAgain_itHoldsNoPageAndEachExchangeIsObservedOnce() {
    memory.knows(ANA, "Is vegan.");
    ScriptedModel model = ScriptedModel.saying("Soup.", "Stew.");
    ChatMemory chats = MessageWindowChatMemory.builder().build();
    ChatClient client =
        client(model)
            .mutate()
            .defaultAdvisors(MessageChatMemoryAdvisor.builder(chats).build())
            .build();

    ask(client, "Dinner?");
    ask(client, "And tomorrow?");

    assertThat(chats.get("c1"))
        .extracting(message -> message.getMessageType())
        .doesNotContain(MessageType.SYSTEM);
    assertThat(chats.get("c1")).hasSize(4);
    assertThatTheNoteIsInEachOnce(model, 2);
    assertThat(texts()).containsExactly("Dinner?", "Soup.", "And tomorrow?", "Stew.");
    assertThat(memory.observed().stream().map(Message::conversation).distinct()).hasSize(2);
  }

  @Test
  void givenEarlierTurnsInThePrompt_whenCalled_onlyTheLastExchangeIsObserved() {
    client(ScriptedModel.saying("Stew."))
        .prompt()
        .messages(new UserMessage("I love liver."), new AssistantMessage("Noted."))
        .user("Dinner?")
        .advisors(RapportAdvisorTest::asAna)
        .call()
        .content();

    assertThat(texts()).containsExactly("Dinner?", "Stew.");
  }

  @Test
  void givenNoUser_whenCalled_everythingPassesThrough() {
    ScriptedModel model = ScriptedModel.saying("Soup.");

    assertThat(client(model).prompt("Dinner?").call().content()).isEqualTo("Soup.");

    assertThat(ScriptedModel.systemTexts(model.prompts().getFirst()))
        .containsExactly("You are a cook.");
    assertThat(memory.observed()).isEmpty();
  }

  @Test
  void givenABrokenMemoryOrABadUser_whenCalled_theAnswerComes() {
    assertThat(
            client(ScriptedModel.saying("Soup."))
                .prompt("Dinner?")
                .advisors(a -> a.param(RapportAdvisor.USER, " "))
                .call()
                .content())
        .isEqualTo("Soup.");
    memory.fails();

    assertThat(ask(client(ScriptedModel.saying("Soup.")), "Dinner?")).isEqualTo("Soup.");
    assertThat(
            client(ScriptedModel.saying("Soup."))
                .prompt("Dinner?")
                .advisors(RapportAdvisorTest::asAna)
                .stream()
                .content()
                .collectList()
                .block())
        .containsExactly("So", "up.");
  }

  @Test
  void givenABrokenModel_whenCalled_itsOwnFailureIsSeenAndNothingIsObserved() {
    assertThatThrownBy(() -> ask(client(ScriptedModel.saying()), "Dinner?"))
        .isInstanceOf(NoSuchElementException.class);

    assertThat(memory.observed()).isEmpty();
  }

  private ChatClient client(ScriptedModel model) {
    return ChatClient.builder(model)
        .defaultSystem("You are a cook.")
        .defaultAdvisors(RapportAdvisor.of(memory))
        .build();
  }

  private static void asAna(ChatClient.AdvisorSpec advisors) {
    advisors.param(RapportAdvisor.USER, "ana").param(ChatMemory.CONVERSATION_ID, "c1");
  }

  private static String ask(ChatClient client, String words) {
    return Objects.requireNonNull(
        client.prompt(words).advisors(RapportAdvisorTest::asAna).call().content());
  }

  private static void assertThatTheNoteIsInEachOnce(ScriptedModel model, int requests) {
    assertThat(model.prompts()).hasSize(requests);
    assertThat(model.prompts())
        .allSatisfy(
            prompt ->
                assertThat(String.join("\n", ScriptedModel.systemTexts(prompt)))
                    .startsWith("You are a cook.")
                    .containsOnlyOnce("Is vegan."));
  }

  private List<String> texts() {
    return memory.observed().stream().map(Message::text).toList();
  }
}
