package dev.rapport.bench.dataset.file;

import com.fasterxml.jackson.core.JsonToken;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.internal.JsonPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message object of a chat protocol: a role and a content, be it a text or parts. Of parts, the
 * texts are taken and the images passed over. What annotators put beside them is only looked at,
 * never part of the message.
 *
 * @param marked whether the annotators marked it as holding the answer ({@code has_answer})
 */
public record Said(Role role, String text, boolean marked) {
  private static final Map<String, Role> ROLES = roles();

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    roles.put("user", Role.USER);
    roles.put("assistant", Role.ASSISTANT);
    roles.put("system", Role.SYSTEM);
    roles.put("tool", Role.TOOL);
    return roles;
  }

  /** Reads the object that the walk stands on. */
  public static Said read(JsonWalk walk) {
    String role = "";
    String text = "";
    boolean marked = false;
    boolean said = false;
    walk.enterObject();
    while (walk.nextField()) {
      switch (walk.field()) {
        case "role" -> role = walk.text();
        case "content" -> {
          text = content(walk);
          said = true;
        }
        case "has_answer" -> marked = walk.isTrue();
        default -> walk.skip();
      }
    }
    Role known = ROLES.get(role);
    if (known == null || !said) {
      throw walk.fault(
          "is a message with role \"%s\"%s".formatted(role, said ? "" : " and no content"),
          "Give it a role of %s and a content.".formatted(ROLES.keySet()));
    }
    return new Said(known, text, marked);
  }

  private static String content(JsonWalk walk) {
    if (walk.token() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (walk.token() != JsonToken.START_ARRAY) {
      return walk.text();
    }
    List<String> texts = new ArrayList<>();
    for (JsonPlace part : walk.tree().items()) {
      if (!part.lacks("text")) {
        texts.add(part.scalar("text"));
      }
    }
    return String.join(" ", texts);
  }

  public Message in(String conversation, Instant at) {
    return new Message(conversation, role, text, at);
  }
}
