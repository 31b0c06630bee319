package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The head of a history file.
 *
 * @param totalMessages the leading system message included
 * @param finalTokenCount of all contents, the leading system message's included
 * @param inputFilename the raw persona file it was made from
 * @param relevantTokens those that are not padding, or {@link Window#UNKNOWN}
 * @param irrelevantTokens those of the padding, or {@link Window#UNKNOWN}
 */
public record HistoryMetadata(
    int totalMessages,
    long finalTokenCount,
    int personaId,
    String inputFilename,
    long relevantTokens,
    long irrelevantTokens) {
  static HistoryMetadata read(JsonNode node) {
    return new HistoryMetadata(
        node.path("total_messages").asInt(),
        node.path("final_token_count").asLong(Window.UNKNOWN),
        node.path("persona_id").asInt(-1),
        node.path("input_filename").asText(""),
        node.path("num_relevant_tokens").asLong(Window.UNKNOWN),
        node.path("num_irrelevant_tokens").asLong(Window.UNKNOWN));
  }
}
