package dev.rapport.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/** Puts a note into a request's system message and leaves everything else as it is. */
final class SystemNote {
  private SystemNote() {}

  /**
   * Behind the first system message's own text; in one of its own, at the front, when there is
   * none.
   *
   * @param note may be empty; not put in a second time
   */
  static ChatRequest in(ChatRequest request, String note) {
    List<ChatMessage> messages = request.messages();
    if (note.isEmpty() || messages.stream().anyMatch(message -> holds(message, note))) {
      return request;
    }
    return request.toBuilder().messages(with(messages, note)).build();
  }

  private static List<ChatMessage> with(List<ChatMessage> messages, String note) {
    List<ChatMessage> changed = new ArrayList<>(messages);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i) instanceof SystemMessage system) {
        changed.set(i, SystemMessage.from(system.text() + "\n\n" + note));
        return changed;
      }
    }
    changed.addFirst(SystemMessage.from(note));
    return changed;
  }

  private static boolean holds(ChatMessage message, String note) {
    return message instanceof SystemMessage system && system.text().contains(note);
  }
}
