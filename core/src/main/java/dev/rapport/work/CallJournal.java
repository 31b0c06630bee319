package dev.rapport.work;

import dev.rapport.model.ChatReply;
import java.util.Optional;

/** Keeps every paid reply before it is used, until its work is finished. Safe for threads. */
public interface CallJournal {
  Optional<ChatReply> find(CallKey key);

  /** Durable when it returns. A second reply for the same key is ignored. */
  void store(CallKey key, ChatReply reply);

  /** Drops every reply of the scope: its work is finished, or its person asked to forget. */
  void purge(String scope);
}
