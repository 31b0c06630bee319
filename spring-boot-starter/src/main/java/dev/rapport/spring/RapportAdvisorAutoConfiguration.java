package dev.rapport.spring;

import dev.rapport.assistant.AssistantMemory;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The advisor, and every {@code ChatClient.Builder} with it. */
@AutoConfiguration(
    after = RapportAutoConfiguration.class,
    beforeName =
        "org.springframework.ai.model.chat.client.autoconfigure.ChatClientAutoConfiguration")
@ConditionalOnClass(ChatClient.class)
@ConditionalOnBean(AssistantMemory.class)
public final class RapportAdvisorAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  RapportAdvisor rapportAdvisor(
      AssistantMemory memory, ObjectProvider<ObservationRegistry> registries) {
    ObservationRegistry registry = registries.getIfUnique(() -> ObservationRegistry.NOOP);
    return RapportAdvisor.of(new ObservedMemory(memory, registry));
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "rapport.advise", matchIfMissing = true)
  ChatClientBuilderCustomizer rapportAdvisorCustomizer(RapportAdvisor advisor) {
    return builder -> builder.defaultAdvisors(advisor);
  }
}
