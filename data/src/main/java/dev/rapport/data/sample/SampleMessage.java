package dev.rapport.data.sample;

import dev.rapport.conversation.Role;

/** One message of a sample conversation. */
public record SampleMessage(Role role, String text) {
  static boolean anyFromUserHolds(Iterable<SampleMessage> messages, String words) {
    for (SampleMessage message : messages) {
      if (message.role == Role.USER && message.text.contains(words)) {
        return true;
      }
    }
    return false;
  }
}
