package dev.rapport.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What is asked of a language model, whatever its provider.
 *
 * @param messages in order, not empty
 * @param maxTokens most tokens of the reply, at least 1
 * @param temperature 0 for the likeliest reply
 * @param seed for providers that honour one
 * @param stop texts that end the reply; may be empty
 * @param jsonSchema a JSON Schema the reply must satisfy; empty for free text
 * @param extra provider's own fields, put at the top of the request body in this order
 */
public record ChatRequest(
    List<ChatMessage> messages,
    int maxTokens,
    double temperature,
    long seed,
    List<String> stop,
    String jsonSchema,
    SequencedMap<String, Object> extra) {
  public ChatRequest {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("chat request has no messages");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("max-tokens %d must be at least 1".formatted(maxTokens));
    }
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException(
          "temperature %s must be from 0 to 2".formatted(temperature));
    }
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
    extra = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
  }

  public static ChatRequest of(List<ChatMessage> messages, int maxTokens) {
    return new ChatRequest(messages, maxTokens, 0, 0, List.of(), "", new LinkedHashMap<>());
  }

  public ChatRequest withTemperature(double value) {
    return new ChatRequest(messages, maxTokens, value, seed, stop, jsonSchema, extra);
  }

  public ChatRequest withSeed(long value) {
    return new ChatRequest(messages, maxTokens, temperature, value, stop, jsonSchema, extra);
  }

  public ChatRequest withJsonSchema(String schema) {
    return new ChatRequest(messages, maxTokens, temperature, seed, stop, schema, extra);
  }

  public ChatRequest withStop(List<String> texts) {
    return new ChatRequest(messages, maxTokens, temperature, seed, texts, jsonSchema, extra);
  }

  public ChatRequest withExtra(Map<String, Object> fields) {
    return new ChatRequest(
        messages, maxTokens, temperature, seed, stop, jsonSchema, new LinkedHashMap<>(fields));
  }
}
