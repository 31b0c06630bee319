package dev.rapport.example.langchain4j;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.langchain4j.RapportListeners;
import dev.rapport.langchain4j.RapportNote;
import dev.rapport.langchain4j.RapportTools;
import dev.rapport.page.PageMarkdown;
import dev.rapport.person.UserId;
import dev.rapport.runtime.Rapport;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Somebody asks twice and says in between what matters to them. Without arguments the model is a
 * fake one in this process; else the first argument is the base URL of an OpenAI-compatible server.
 */
public final class LangChain4jChat {
  private LangChain4jChat() {}

  /** What the application offers; the memory id says who speaks. */
  interface Cook {
    String ask(@MemoryId String user, @UserMessage String words);
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      talk(model(args[0], args.length > 1 ? args[1] : "fake"));
      return;
    }
    try (FakeServer server = FakeServer.start(Responder.answering(call -> cook(call.prompt())))) {
      talk(model(server.baseUrl().toString(), "fake"));
    }
  }

  private static Answer cook(String prompt) {
    return Answer.of(prompt.contains("vegan") ? "A lentil stew." : "A beef stew.");
  }

  private static void talk(ChatModel model) throws Exception {
    Path file = Files.createTempDirectory("rapport-example").resolve("people.db");
    try (Rapport rapport = Rapport.open(file)) {
      Cook cook = cook(model, rapport.people());

      System.out.println(cook.ask("ana", "What shall I cook tonight?"));
      rapport.people().remember(new UserId("ana"), "I am vegan.");
      System.out.println(cook.ask("ana", "And tomorrow?"));

      System.out.println(PageMarkdown.render(rapport.people().page(new UserId("ana"))));
    }
  }

  private static Cook cook(ChatModel model, AssistantMemory memory) {
    return AiServices.builder(Cook.class)
        .chatModel(model)
        .systemMessage("You are a cook.")
        .chatMemoryProvider(user -> MessageWindowChatMemory.withMaxMessages(20))
        .chatRequestTransformer(RapportNote.of(memory))
        .registerListeners(RapportListeners.of(memory))
        .tools(RapportTools.of(memory))
        .build();
  }

  /** On HTTP/1.1: asked to upgrade, some model servers lose the body. */
  private static ChatModel model(String url, String name) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(
            JdkHttpClient.builder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
        .baseUrl(url)
        .apiKey("none")
        .modelName(name)
        .build();
  }
}
