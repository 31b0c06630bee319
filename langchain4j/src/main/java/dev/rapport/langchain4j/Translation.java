package dev.rapport.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;
import dev.rapport.prompt.Unthought;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our requests in LangChain4j's words, and its responses in ours. */
final class Translation {
  private Translation() {}

  static dev.langchain4j.model.chat.request.ChatRequest request(
      ChatRequest request, Shaping shaping) {
    List<dev.langchain4j.data.message.ChatMessage> messages =
        request.messages().stream().map(Translation::message).toList();
    return dev.langchain4j.model.chat.request.ChatRequest.builder()
        .messages(messages)
        .parameters(shaping.shape(request, parameters(request)))
        .build();
  }

  private static ChatRequestParameters parameters(ChatRequest request) {
    var parameters = new DefaultChatRequestParameters.Builder<>();
    parameters.maxOutputTokens(request.maxTokens());
    parameters.temperature(request.temperature());
    if (!request.stop().isEmpty()) {
      parameters.stopSequences(request.stop());
    }
    if (!request.jsonSchema().isEmpty()) {
      parameters.responseFormat(format(request.jsonSchema()));
    }
    return parameters.build();
  }

  private static ResponseFormat format(String schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder().name("reply").rootElement(JsonRawSchema.from(schema)).build())
        .build();
  }

  private static dev.langchain4j.data.message.ChatMessage message(ChatMessage message) {
    return switch (message.role()) {
      case SYSTEM -> SystemMessage.from(message.content());
      case ASSISTANT -> AiMessage.from(message.content());
      case USER, TOOL -> UserMessage.from(message.content());
    };
  }

  static ChatReply reply(ChatResponse response, String name) {
    AiMessage message = response.aiMessage();
    String text = message.text();
    String thinking = message.thinking();
    String model = response.modelName();
    return new ChatReply(
        text == null ? "" : Unthought.of(text),
        thinking == null ? "" : thinking,
        finish(response.finishReason()),
        usage(response.tokenUsage()),
        model == null ? name : model);
  }

  private static FinishReason finish(dev.langchain4j.model.output.@Nullable FinishReason reason) {
    return switch (reason) {
      case null -> FinishReason.UNKNOWN;
      case STOP -> FinishReason.STOP;
      case LENGTH -> FinishReason.LENGTH;
      case CONTENT_FILTER -> FinishReason.FILTERED;
      case TOOL_EXECUTION -> FinishReason.TOOL_CALLS;
      case OTHER -> FinishReason.UNKNOWN;
    };
  }

  private static Usage usage(@Nullable TokenUsage usage) {
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
      return Usage.UNREPORTED;
    }
    return Usage.of(usage.inputTokenCount(), usage.outputTokenCount());
  }
}
