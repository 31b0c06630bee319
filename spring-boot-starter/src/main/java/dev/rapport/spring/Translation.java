package dev.rapport.spring;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import dev.rapport.prompt.Unthought;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** Our requests in Spring AI's words, and its responses in ours. */
final class Translation {
  private Translation() {}

  static ChatOptions options(ChatRequest request, ChatOptions own) {
    ChatOptions.Builder<?> options = own.mutate();
    options.maxTokens(request.maxTokens());
    options.temperature(request.temperature());
    if (!request.stop().isEmpty()) {
      options.stopSequences(request.stop());
    }
    return options.build();
  }

  static Prompt prompt(ChatRequest request, ChatOptions options) {
    List<Message> messages = request.messages().stream().map(Translation::message).toList();
    return new Prompt(messages, options);
  }

  private static Message message(ChatMessage message) {
    return switch (message.role()) {
      case SYSTEM -> new SystemMessage(message.content());
      case ASSISTANT -> new AssistantMessage(message.content());
      case USER, TOOL -> new UserMessage(message.content());
    };
  }

  static ChatReply reply(ChatResponse response, String name) {
    Generation result = response.getResult();
    if (result == null) {
      throw new ModelException(
          ModelException.Kind.MALFORMED, "model %s: no result".formatted(name));
    }
    String text = Objects.requireNonNullElse(result.getOutput().getText(), "");
    ChatResponseMetadata metadata = response.getMetadata();
    String model = metadata.getModel();
    return new ChatReply(
        Unthought.of(text),
        "",
        finish(result.getMetadata().getFinishReason()),
        usage(metadata.getUsage()),
        model == null || model.isEmpty() ? name : model);
  }

  /** Each provider's own words, in some case or other. */
  private static FinishReason finish(@Nullable String reason) {
    return switch (reason == null ? "" : reason.toLowerCase(Locale.ROOT)) {
      case "stop", "end_turn", "stop_sequence" -> FinishReason.STOP;
      case "length", "max_tokens" -> FinishReason.LENGTH;
      case "content_filter", "safety", "refusal" -> FinishReason.FILTERED;
      case "tool_calls", "tool_use" -> FinishReason.TOOL_CALLS;
      default -> FinishReason.UNKNOWN;
    };
  }

  private static Usage usage(org.springframework.ai.chat.metadata.@Nullable Usage usage) {
    if (usage == null || usage.getTotalTokens() == 0) {
      return Usage.UNREPORTED;
    }
    return Usage.of(usage.getPromptTokens(), usage.getCompletionTokens());
  }
}
