package dev.rapport.langchain4j;

import static java.util.stream.Collectors.joining;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.Optional;

/** Finds what was said in what is sent. */
final class Spoken {
  private Spoken() {}

  /** What the person says now: all since the last answer. Calls of tools are no answers. */
  static String last(List<ChatMessage> messages) {
    int from = messages.size();
    while (from > 0 && !isAnswer(messages.get(from - 1))) {
      from--;
    }
    return messages.subList(from, messages.size()).stream()
        .filter(UserMessage.class::isInstance)
        .map(message -> text((UserMessage) message))
        .collect(joining("\n"));
  }

  /** The words of a message; pictures and other things are left out. */
  static String text(UserMessage message) {
    return message.contents().stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(joining("\n"));
  }

  /** The final answer; empty when tools are to be called first. */
  static Optional<String> answer(ChatResponse response) {
    AiMessage message = response.aiMessage();
    String text = message.text();
    return isAnswer(message) ? Optional.of(text == null ? "" : text) : Optional.empty();
  }

  private static boolean isAnswer(ChatMessage message) {
    return message instanceof AiMessage ai && !ai.hasToolExecutionRequests();
  }
}
