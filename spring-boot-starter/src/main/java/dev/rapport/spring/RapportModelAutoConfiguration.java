package dev.rapport.spring;

import dev.rapport.model.LanguageModel;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The application's chat model as the one that writes pages, where that is wished. */
@AutoConfiguration(before = RapportAutoConfiguration.class)
@ConditionalOnClass({ChatModel.class, LanguageModel.class})
@ConditionalOnProperty(name = "rapport.writer", havingValue = "chat-model")
public final class RapportModelAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  LanguageModel rapportModel(ChatModel model) {
    return SpringAiModel.of(model);
  }
}
