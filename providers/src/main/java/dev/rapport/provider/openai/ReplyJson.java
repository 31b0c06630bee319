package dev.rapport.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;

/** Reads whole replies and pieces of streamed ones; fields that are absent say nothing. */
final class ReplyJson {
  private ReplyJson() {}

  /** Adds what a reply, or a piece of one, says. */
  static void read(JsonNode body, ReplyBuilder reply) {
    if (!body.path("model").asText().isEmpty()) {
      reply.model(body.path("model").asText());
    }
    if (body.path("usage").isObject()) {
      reply.usage(usage(body.path("usage")));
    }
    JsonNode choice = body.path("choices").path(0);
    JsonNode message = choice.has("delta") ? choice.path("delta") : choice.path("message");
    message(message, reply);
    if (choice.path("finish_reason").isTextual()) {
      reply.finish(finish(choice.path("finish_reason").asText()));
    }
    refusal(message.path("refusal"), reply);
  }

  private static void message(JsonNode message, ReplyBuilder reply) {
    // Some servers send the thinking under both names.
    JsonNode thinking = message.path("reasoning_content");
    if (!thinking.isTextual()) {
      thinking = message.path("reasoning");
    }
    if (thinking.isTextual() && !thinking.asText().isEmpty()) {
      reply.thinking(thinking.asText());
    }
    JsonNode content = message.path("content");
    if (content.isTextual()) {
      reply.content(content.asText());
    }
    for (JsonNode part : content) {
      if (part.path("text").isTextual()) {
        reply.content(part.path("text").asText());
      }
    }
  }

  private static void refusal(JsonNode refusal, ReplyBuilder reply) {
    if (refusal.isTextual() && !refusal.asText().isEmpty()) {
      reply.content(refusal.asText());
      reply.finish(FinishReason.FILTERED);
    }
  }

  private static FinishReason finish(String reason) {
    return switch (reason) {
      case "stop", "eos", "end_turn" -> FinishReason.STOP;
      case "length", "max_tokens" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.FILTERED;
      case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
      default -> FinishReason.UNKNOWN;
    };
  }

  private static Usage usage(JsonNode usage) {
    JsonNode input = usage.path("prompt_tokens");
    JsonNode output = usage.path("completion_tokens");
    if (!isCount(input) && !isCount(output)) {
      return Usage.UNREPORTED;
    }
    JsonNode details = usage.path("prompt_tokens_details").path("cached_tokens");
    JsonNode cached = isCount(details) ? details : usage.path("prompt_cache_hit_tokens");
    return new Usage(count(input), count(output), count(cached), true);
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0;
  }

  private static long count(JsonNode value) {
    return isCount(value) ? value.asLong() : 0;
  }
}
