package dev.rapport.assistant;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import java.time.Instant;
import java.util.List;

/**
 * What a person said and what they were answered, as an assistant hands it on.
 *
 * @param name names this exchange and no other, so that the same words said another time count
 *     again, and an exchange handed on twice counts once
 * @param said in the person's words alone, without what was retrieved for them; may be blank
 * @param reply the final one, without calls of tools; may be blank
 * @param at when it was said
 */
public record Exchange(String name, String said, String reply, Instant at) {
  public List<Message> messages() {
    return List.of(
        new Message(name, Role.USER, said, at), new Message(name, Role.ASSISTANT, reply, at));
  }
}
