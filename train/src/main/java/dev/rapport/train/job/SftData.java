package dev.rapport.train.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.conversation.Role;
import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import dev.rapport.train.sft.Example;
import dev.rapport.train.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Examples to imitate, one a line: {@code {"messages":[{"role":"user","content":"..."}, ...]}}. All
 * that the assistant says is learned, and nothing else.
 */
public final class SftData {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SftData() {}

  /**
   * @throws TrainException naming file, line and mend
   */
  public static List<Example> read(Path file, Tokenizer tokenizer, int maxTokens) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new TrainException("cannot read %s: %s".formatted(file, e), e);
    }
    var examples = new ArrayList<Example>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String place = "%s, line %d".formatted(file, i + 1);
        examples.addAll(examples(place, messages(place, lines.get(i)), tokenizer, maxTokens));
      }
    }
    if (examples.isEmpty()) {
      throw new TrainException(
          "%s has no examples; write one a line: {\"messages\":[...]}".formatted(file));
    }
    return List.copyOf(examples);
  }

  private static List<Example> examples(
      String place, List<ChatMessage> messages, Tokenizer tokenizer, int maxTokens) {
    var examples = new ArrayList<Example>();
    var open = new Tokens();
    for (int i = 1; i < messages.size(); i++) {
      if (messages.get(i).role() == Role.ASSISTANT) {
        int[] prompt = tokenizer.prompt(messages.subList(0, i));
        if (!open.begins(prompt)) { // a template that writes earlier replies another way
          open.flush(examples);
        }
        open.read(prompt);
        open.learn(tokenizer.reply(messages.get(i).content()));
      }
    }
    open.flush(examples);
    for (Example example : examples) {
      if (example.tokens().length > maxTokens) {
        throw new TrainException(
            "%s: %d tokens, at most %d; shorten it, or raise --max-tokens as far as the model's window goes"
                .formatted(place, example.tokens().length, maxTokens));
      }
    }
    return examples;
  }

  private static List<ChatMessage> messages(String place, String line) {
    var messages = new ArrayList<ChatMessage>();
    try {
      for (JsonNode message : MAPPER.readTree(line).path("messages")) {
        messages.add(message(place, message));
      }
    } catch (JsonProcessingException e) {
      throw new TrainException("%s is not JSON: %s".formatted(place, e.getOriginalMessage()), e);
    }
    if (messages.size() < 2 || messages.getLast().role() != Role.ASSISTANT) {
      throw new TrainException(
          "%s: \"messages\" must hold two or more and end with the assistant's".formatted(place));
    }
    return messages;
  }

  private static ChatMessage message(String place, JsonNode message) {
    String content = message.path("content").asText("");
    return switch (message.path("role").asText("")) {
      case "system" -> ChatMessage.system(content);
      case "user" -> ChatMessage.user(content);
      case "assistant" -> ChatMessage.assistant(content);
      default ->
          throw new TrainException(
              "%s: role %s must be system, user or assistant"
                  .formatted(place, message.path("role")));
    };
  }
}
