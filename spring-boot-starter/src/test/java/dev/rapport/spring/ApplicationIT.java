package dev.rapport.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A whole application, found by its imports alone, against the fake server. */
final class ApplicationIT {
  @TempDir private Path folder;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static final class Application {
    @Bean
    ChatModel chatModel(Environment environment) {
      String url = environment.getRequiredProperty("test.url");
      return new ProviderChatModel(OpenAiModel.of(OpenAiConfig.of(url, "fake"), Clock.systemUTC()));
    }

    @Bean
    Seen seen() {
      return new Seen(new ConcurrentLinkedQueue<>());
    }

    @Bean
    ObservationRegistry observations(Seen seen) {
      ObservationRegistry registry = ObservationRegistry.create();
      registry.observationConfig().observationHandler(seen);
      return registry;
    }
  }

  record Seen(Queue<String> names) implements ObservationHandler<Observation.Context> {
    @Override
    public void onStop(Observation.Context context) {
      String name = String.valueOf(context.getName());
      if (name.startsWith("rapport.")) {
        names.add(name + " " + context.getLowCardinalityKeyValues());
      }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  @Test
  void givenAPerson_whenTheyAsk_theirPageGoesOutAndTheExchangeWaitsToBeLearned() {
    UserId ana = new UserId("ana");
    try (FakeServer server = FakeServer.start(Responder.saying("Soup."));
        ConfigurableApplicationContext context = start(server)) {
      context.getBean(AssistantMemory.class).remember(ana, "I am vegan.");
      ChatClient client =
          context.getBean(ChatClient.Builder.class).defaultSystem("You are a cook.").build();

      String answer =
          client
              .prompt("Dinner?")
              .advisors(advisors -> advisors.param(RapportAdvisor.USER, "ana"))
              .call()
              .content();

      assertThat(answer).isEqualTo("Soup.");
      assertThat(server.received().getLast().body()).contains("You are a cook.", "I am vegan.");
      assertThat(context.getBean(RapportEndpoint.class).standing())
          .isEqualTo(new RapportEndpoint.Standing(1, 1, 2, 0));
      assertThat(context.getBean(Seen.class).names())
          .allSatisfy(name -> assertThat(name).contains("outcome").contains("done"))
          .extracting(name -> name.substring(0, name.indexOf(' ')))
          .isEqualTo(List.of("rapport.recall", "rapport.observe"));
    }
  }

  private ConfigurableApplicationContext start(FakeServer server) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.main.banner-mode=off",
            "test.url=" + server.baseUrl(),
            "rapport.store=" + folder.resolve("people.db"),
            "management.endpoints.web.exposure.include=rapport")
        .run();
  }
}
