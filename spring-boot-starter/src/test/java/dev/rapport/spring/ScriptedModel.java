package dev.rapport.spring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** Says what it is given, one after the other, and keeps what it was asked. */
final class ScriptedModel implements ChatModel {
  private final Queue<Prompt> prompts = new ConcurrentLinkedQueue<>();
  private final Deque<AssistantMessage> replies = new ArrayDeque<>();

  static ScriptedModel saying(String... texts) {
    ScriptedModel model = new ScriptedModel();
    for (String text : texts) {
      model.replies.add(new AssistantMessage(text));
    }
    return model;
  }

  /** Before it says anything it wants a tool called. */
  ScriptedModel callingFirst(String tool) {
    var call = new AssistantMessage.ToolCall("call-1", "function", tool, "{}");
    replies.addFirst(AssistantMessage.builder().content("").toolCalls(List.of(call)).build());
    return this;
  }

  List<Prompt> prompts() {
    return List.copyOf(prompts);
  }

  /** The system texts of a request, in order. */
  static List<String> systemTexts(Prompt prompt) {
    return prompt.getInstructions().stream()
        .filter(message -> message.getMessageType() == MessageType.SYSTEM)
        .map(Message::getText)
        .toList();
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().build();
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    prompts.add(prompt);
    AssistantMessage reply = replies.removeFirst();
    return response(reply, reply.hasToolCalls() ? "tool_calls" : "stop");
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    prompts.add(prompt);
    AssistantMessage reply = replies.removeFirst();
    if (reply.hasToolCalls()) {
      return Flux.just(response(reply, "tool_calls"));
    }
    String text = String.valueOf(reply.getText());
    int half = text.length() / 2;
    return Flux.just(
        response(new AssistantMessage(text.substring(0, half)), ""),
        response(new AssistantMessage(text.substring(half)), "stop"));
  }

  private static ChatResponse response(AssistantMessage message, String finish) {
    var metadata = ChatGenerationMetadata.builder().finishReason(finish).build();
    return new ChatResponse(List.of(new Generation(message, metadata)));
  }
}
