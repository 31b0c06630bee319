package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.JsonWalk;
import dev.rapport.bench.dataset.file.MessageCursor;
import dev.rapport.bench.dataset.file.Said;
import dev.rapport.conversation.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one session after the other. Sessions are named by their place in time, since the published
 * names of those with evidence begin with "answer".
 */
final class SessionCursor implements MessageCursor {
  private final JsonFile file;
  private final List<SessionSpot> sessions;
  private int next;
  private @Nullable JsonWalk walk;

  SessionCursor(JsonFile file, List<SessionSpot> sessions) {
    this.file = file;
    this.sessions = sessions;
  }

  @Override
  public Optional<Message> next() {
    while (true) {
      JsonWalk open = walk;
      if (open == null) {
        if (next == sessions.size()) {
          return Optional.empty();
        }
        open = file.walk(sessions.get(next).spot());
        walk = open;
        next++;
        open.enterList();
      }
      Optional<Message> message = in(open);
      if (message.isPresent()) {
        return message;
      }
      close();
    }
  }

  private Optional<Message> in(JsonWalk open) {
    while (open.nextElement()) {
      Said said = Said.read(open);
      if (!said.text().isBlank()) {
        return Optional.of(said.in("session " + next, sessions.get(next - 1).at()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    if (walk != null) {
      walk.close();
      walk = null;
    }
  }
}
