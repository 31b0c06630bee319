package dev.rapport.example.plain;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.Exchange;
import dev.rapport.assistant.MemoryNote;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.memory.Query;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.page.PageMarkdown;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.runtime.Rapport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Somebody asks twice and says in between what matters to them. Without arguments the model is a
 * fake one in this process; else the first argument is the base URL of an OpenAI-compatible server.
 */
public final class PlainJava {
  private final AssistantMemory memory;
  private final LanguageModel model;

  private PlainJava(AssistantMemory memory, LanguageModel model) {
    this.memory = memory;
    this.model = model;
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      talk(args[0], args.length > 1 ? args[1] : "fake");
      return;
    }
    try (FakeServer server = FakeServer.start(Responder.answering(call -> cook(call.prompt())))) {
      talk(server.baseUrl().toString(), "fake");
    }
  }

  private static Answer cook(String prompt) {
    return Answer.of(prompt.contains("vegan") ? "A lentil stew." : "A beef stew.");
  }

  private static void talk(String url, String modelName) throws Exception {
    LanguageModel model = OpenAiModel.of(OpenAiConfig.of(url, modelName), Clock.systemUTC());
    Path file = Files.createTempDirectory("rapport-example").resolve("people.db");
    UserId ana = new UserId("ana");
    try (Rapport rapport = Rapport.open(file)) {
      PlainJava chat = new PlainJava(rapport.people(), model);

      System.out.println(chat.ask(ana, "What shall I cook tonight?"));
      rapport.people().remember(ana, "I am vegan.");
      System.out.println(chat.ask(ana, "And tomorrow?"));

      System.out.println(PageMarkdown.render(rapport.people().page(ana)));
    }
  }

  private String ask(UserId user, String words) {
    String note = MemoryNote.of(memory.recall(user, new Query(words)));
    List<ChatMessage> messages =
        List.of(ChatMessage.system("You are a cook.\n\n" + note), ChatMessage.user(words));
    String reply = model.chat(ChatRequest.of(messages, 500)).text();

    Instant now = Instant.now();
    memory.observe(user, new Exchange(now.toString(), words, reply, now).messages());
    return reply;
  }
}
