package dev.rapport.spring;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.model.LanguageModel;
import dev.rapport.runtime.Rapport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Opens the memory and learns in the background, unless the application has one of its own. */
@AutoConfiguration
@ConditionalOnClass(Rapport.class)
@ConditionalOnBooleanProperty(name = "rapport.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RapportProperties.class)
public final class RapportAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean({Rapport.class, AssistantMemory.class})
  Rapport rapport(
      RapportProperties properties,
      ObjectProvider<LanguageModel> models,
      ObjectProvider<RapportCustomizer> customizers) {
    Rapport.Builder builder =
        Rapport.builder()
            .config(properties.config())
            .background(BackgroundConfig.DEFAULT.withQuiet(properties.quiet()));
    if (properties.writer() == RapportProperties.Writer.CHAT_MODEL) {
      builder.writer(models.getObject());
    }
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.open(properties.store());
  }

  @Bean
  @ConditionalOnBean(Rapport.class)
  @ConditionalOnMissingBean(AssistantMemory.class)
  AssistantMemory rapportMemory(Rapport rapport) {
    return rapport.people();
  }

  /** Stops when the memory is closed. */
  @Bean
  @ConditionalOnBean(Rapport.class)
  @ConditionalOnBooleanProperty(name = "rapport.learn", matchIfMissing = true)
  SmartInitializingSingleton rapportLearning(Rapport rapport) {
    return () -> rapport.background().start();
  }
}
