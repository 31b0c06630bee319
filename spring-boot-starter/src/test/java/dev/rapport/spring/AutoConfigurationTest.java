package dev.rapport.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.FakeMemory;
import dev.rapport.model.LanguageModel;
import dev.rapport.runtime.Rapport;
import dev.rapport.runtime.Writing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class AutoConfigurationTest {
  @TempDir private Path folder;

  private ApplicationContextRunner runner = new ApplicationContextRunner();

  @BeforeEach
  void makeRunner() {
    runner =
        new ApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    RapportAutoConfiguration.class,
                    RapportModelAutoConfiguration.class,
                    RapportAdvisorAutoConfiguration.class,
                    RapportEndpointAutoConfiguration.class))
            .withPropertyValues("rapport.store=" + folder.resolve("people.db"));
  }

  @Test
  void givenNothingElse_thereIsAMemoryWithAnAdvisorAndItLearns() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(Rapport.class).hasSingleBean(AssistantMemory.class);
          assertThat(context).hasSingleBean(RapportAdvisor.class);
          assertThat(context).hasSingleBean(ChatClientBuilderCustomizer.class);
          assertThat(context).hasBean("rapportLearning");
          assertThat(context).doesNotHaveBean(LanguageModel.class);
          assertThat(context).doesNotHaveBean(RapportEndpoint.class);
          assertThat(folder.resolve("people.db")).exists();
        });
  }

  @Test
  void givenNoProperties_theDefaultsAreThoseOfTheRuntime() {
    runner.run(
        context -> {
          RapportProperties properties = context.getBean(RapportProperties.class);
          assertThat(properties.config()).isEqualTo(dev.rapport.runtime.RapportConfig.DEFAULT);
          assertThat(properties.quiet()).isEqualTo(Duration.ofMinutes(10));
        });
  }

  @Test
  void givenEveryProperty_eachIsHeard() {
    runner
        .withBean(ChatModel.class, () -> ScriptedModel.saying())
        .withPropertyValues(
            "rapport.tokenizer=qwen3",
            "rapport.cap-tokens=1024",
            "rapport.chunk-tokens=2500",
            "rapport.writer=chat-model",
            "rapport.writing=rewrite",
            "rapport.learn=false",
            "rapport.quiet=1m",
            "rapport.advise=false")
        .run(
            context -> {
              RapportProperties properties = context.getBean(RapportProperties.class);
              assertThat(properties.writing()).isEqualTo(Writing.REWRITE);
              assertThat(properties.quiet()).isEqualTo(Duration.ofMinutes(1));
              assertThat(context.getBean(Rapport.class).config().capTokens()).isEqualTo(1024);
              assertThat(context.getBean(Rapport.class).config().chunkTokens()).isEqualTo(2500);
              assertThat(context.getBean(Rapport.class).config().tokenizer()).isEqualTo("qwen3");
              assertThat(context).hasSingleBean(LanguageModel.class);
              assertThat(context).doesNotHaveBean("rapportLearning");
              assertThat(context).doesNotHaveBean(ChatClientBuilderCustomizer.class);
            });
  }

  @Test
  void whenDisabled_thereIsNothing() {
    runner
        .withPropertyValues("rapport.enabled=false")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(AssistantMemory.class);
              assertThat(context).doesNotHaveBean(RapportAdvisor.class);
            });
  }

  @Test
  void givenAMemoryOfTheApplications_oursStaysAwayAndTheAdvisorTakesIt() {
    runner
        .withBean(FakeMemory.class)
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(Rapport.class);
              assertThat(context).hasSingleBean(AssistantMemory.class);
              assertThat(context).hasSingleBean(RapportAdvisor.class);
              assertThat(context).doesNotHaveBean("rapportLearning");
            });
  }

  @Test
  void withoutTheRuntimeOrSpringAi_theContextStartsAllTheSame() {
    runner
        .withClassLoader(new FilteredClassLoader(Rapport.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AssistantMemory.class));
    runner
        .withClassLoader(new FilteredClassLoader(ChatClient.class, ChatModel.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AssistantMemory.class));
  }

  @Test
  void givenACustomizer_itHasItsSayBeforeTheMemoryIsOpened() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    runner
        .withPropertyValues("rapport.learn=false")
        .withBean(RapportCustomizer.class, () -> builder -> builder.clock(clock))
        .run(context -> assertThat(context.getBean(Rapport.class).clock()).isEqualTo(clock));
  }

  @Test
  void givenAWriterThatIsNotThere_theFailureSaysSo() {
    runner
        .withPropertyValues("rapport.writer=chat-model")
        .run(context -> assertThat(context).getFailure().hasMessageContaining("ChatModel"));
  }

  @Test
  void whenExposed_theEndpointCountsAndSaysNoWords() {
    runner
        .withPropertyValues(
            "management.endpoints.web.exposure.include=rapport", "rapport.learn=false")
        .run(
            context -> {
              assertThat(context).hasSingleBean(RapportEndpoint.class);
              assertThat(context.getBean(RapportEndpoint.class).standing())
                  .isEqualTo(new RapportEndpoint.Standing(0, 0, 0, 0));
            });
  }
}
