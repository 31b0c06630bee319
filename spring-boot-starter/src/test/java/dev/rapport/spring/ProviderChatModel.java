package dev.rapport.spring;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** A chat model over HTTP without the weight of a vendor's kit. */
record ProviderChatModel(LanguageModel model) implements ChatModel {
  @Override
  public ChatResponse call(Prompt prompt) {
    List<ChatMessage> messages =
        prompt.getInstructions().stream().map(ProviderChatModel::message).toList();
    ChatReply reply = model.chat(ChatRequest.of(messages, 1000));
    return new ChatResponse(List.of(new Generation(new AssistantMessage(reply.text()))));
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(() -> Flux.just(call(prompt)));
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
