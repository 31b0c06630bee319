package dev.rapport.data.read;

import dev.rapport.conversation.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names exports and transcripts give to who speaks. */
final class Roles {
  private static final Map<String, Role> NAMES =
      Map.ofEntries(
          Map.entry("user", Role.USER),
          Map.entry("human", Role.USER),
          Map.entry("you", Role.USER),
          Map.entry("me", Role.USER),
          Map.entry("assistant", Role.ASSISTANT),
          Map.entry("ai", Role.ASSISTANT),
          Map.entry("bot", Role.ASSISTANT),
          Map.entry("chatbot", Role.ASSISTANT),
          Map.entry("gpt", Role.ASSISTANT),
          Map.entry("chatgpt", Role.ASSISTANT),
          Map.entry("claude", Role.ASSISTANT),
          Map.entry("gemini", Role.ASSISTANT),
          Map.entry("copilot", Role.ASSISTANT),
          Map.entry("model", Role.ASSISTANT),
          Map.entry("system", Role.SYSTEM),
          Map.entry("developer", Role.SYSTEM),
          Map.entry("tool", Role.TOOL),
          Map.entry("function", Role.TOOL));

  private Roles() {}

  static Optional<Role> named(String name) {
    return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
  }
}
