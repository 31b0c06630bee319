package dev.rapport.data.sample;

import dev.rapport.conversation.Role;
import dev.rapport.data.internal.JsonPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the messages of a session, a twin or a filler. */
final class MessageReader {
  private static final Map<String, Role> ROLES = byName();

  private MessageReader() {}

  private static Map<String, Role> byName() {
    Map<String, Role> roles = new LinkedHashMap<>();
    roles.put("user", Role.USER);
    roles.put("assistant", Role.ASSISTANT);
    return roles;
  }

  static List<SampleMessage> read(JsonPlace parent) {
    List<SampleMessage> messages =
        parent.list("messages").stream()
            .map(place -> new SampleMessage(place.oneOf("role", ROLES), place.text("content")))
            .toList();
    if (messages.isEmpty()) {
      throw parent.child("messages").fault("is empty", "Write at least one message.");
    }
    return messages;
  }
}
