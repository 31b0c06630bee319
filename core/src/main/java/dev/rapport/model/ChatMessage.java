package dev.rapport.model;

import dev.rapport.conversation.Role;

/** One message of a request to a language model. */
public record ChatMessage(Role role, String content) {
  public static ChatMessage system(String content) {
    return new ChatMessage(Role.SYSTEM, content);
  }

  public static ChatMessage user(String content) {
    return new ChatMessage(Role.USER, content);
  }

  public static ChatMessage assistant(String content) {
    return new ChatMessage(Role.ASSISTANT, content);
  }
}
