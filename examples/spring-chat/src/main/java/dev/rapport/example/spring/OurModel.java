package dev.rapport.example.spring;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import java.time.Clock;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stands for the model that a {@code spring-ai-starter-model-...} brings; delete it with one. */
@Component
final class OurModel implements ChatModel {
  private final LanguageModel model;

  OurModel(@Value("${example.url}") String url, @Value("${example.model}") String name) {
    this.model = OpenAiModel.of(OpenAiConfig.of(url, name), Clock.systemUTC());
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    List<ChatMessage> messages = prompt.getInstructions().stream().map(OurModel::message).toList();
    ChatReply reply = model.chat(ChatRequest.of(messages, 500));
    return new ChatResponse(List.of(new Generation(new AssistantMessage(reply.text()))));
  }

  private static ChatMessage message(Message message) {
    String text = String.valueOf(message.getText());
    return switch (message.getMessageType()) {
      case SYSTEM -> ChatMessage.system(text);
      case ASSISTANT -> ChatMessage.assistant(text);
      case USER, TOOL -> ChatMessage.user(text);
    };
  }
}
