package dev.rapport.example.spring;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.page.PageMarkdown;
import dev.rapport.person.UserId;
import dev.rapport.runtime.Rapport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Somebody asks twice and says in between what matters to them. Without arguments the model is a
 * fake one in this process; else the first argument is the base URL of an OpenAI-compatible server.
 */
@SpringBootApplication(proxyBeanMethods = false)
public final class SpringChat {
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

  private static void talk(String url, String model) throws Exception {
    Path file = Files.createTempDirectory("rapport-example").resolve("people.db");
    var application =
        new SpringApplicationBuilder(SpringChat.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.main.banner-mode=off",
                "example.url=" + url,
                "example.model=" + model,
                "rapport.store=" + file);
    try (ConfigurableApplicationContext context = application.run()) {
      Cook cook = context.getBean(Cook.class);
      Rapport rapport = context.getBean(Rapport.class);

      System.out.println(cook.ask("ana", "What shall I cook tonight?"));
      rapport.people().remember(new UserId("ana"), "I am vegan.");
      System.out.println(cook.ask("ana", "And tomorrow?"));

      System.out.println(PageMarkdown.render(rapport.people().page(new UserId("ana"))));
    }
  }
}
