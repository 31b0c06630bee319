package dev.rapport.spring;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Finds what was said in what is sent. */
final class Spoken {
  private Spoken() {}

  /** What the person says now: all since the last answer. Calls of tools are no answers. */
  static String last(List<Message> messages) {
    int from = messages.size();
    while (from > 0 && !isAnswer(messages.get(from - 1))) {
      from--;
    }
    return messages.subList(from, messages.size()).stream()
        .filter(UserMessage.class::isInstance)
        .map(message -> Objects.requireNonNullElse(message.getText(), ""))
        .collect(joining("\n"));
  }

  /** The final answer; empty when there is none, or when tools are to be called first. */
  static Optional<String> answer(ChatClientResponse response) {
    return Optional.ofNullable(response.chatResponse())
        .map(ChatResponse::getResult)
        .map(Generation::getOutput)
        .filter(Spoken::isAnswer)
        .map(message -> Objects.requireNonNullElse(message.getText(), ""));
  }

  private static boolean isAnswer(Message message) {
    return message instanceof AssistantMessage assistant && !assistant.hasToolCalls();
  }
}
