package dev.rapport.bench.dataset.personamemv1;

import dev.rapport.bench.dataset.file.JsonWalk;
import dev.rapport.bench.dataset.file.MessageCursor;
import dev.rapport.bench.dataset.file.Said;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import java.util.Optional;

/**
 * The first messages of a context. Each system message, which repeats the persona, begins another
 * conversation and is left out; where it is wanted, it comes as a message of the person's, since
 * memories hear only people and assistants.
 */
final class ContextCursor implements MessageCursor {
  private final JsonWalk walk;
  private final int end;
  private final boolean withPersona;
  private int read;
  private int conversation = 1;
  private boolean begun;

  ContextCursor(JsonWalk walk, int end, boolean withPersona) {
    this.walk = walk;
    this.end = end;
    this.withPersona = withPersona;
    walk.enterList();
  }

  @Override
  public Optional<Message> next() {
    while (read < end && walk.nextElement()) {
      read++;
      Said said = Said.read(walk);
      boolean persona = said.role() == Role.SYSTEM;
      if (persona && begun) {
        conversation++;
        begun = false;
      }
      if (!said.text().isBlank() && (!persona || withPersona)) {
        begun |= !persona;
        Role role = persona ? Role.USER : said.role();
        return Optional.of(
            new Message("conversation " + conversation, role, said.text(), Turn.UNDATED));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    walk.close();
  }
}
