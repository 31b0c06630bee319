package dev.rapport.data.read;

import java.util.Set;

/** Fields that make an object a message when it stands by itself, as on a JSON line. */
final class MessageFields {
  static final Set<String> NAMES =
      Set.of("role", "from", "sender", "content", "value", "text", "created_at", "timestamp");

  private MessageFields() {}
}
