package dev.rapport.work;

import dev.rapport.model.ChatReply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that is gone with the JVM. */
public final class MemoryJournal implements CallJournal {
  private final Map<CallKey, ChatReply> replies = new ConcurrentHashMap<>();

  @Override
  public Optional<ChatReply> find(CallKey key) {
    return Optional.ofNullable(replies.get(key));
  }

  @Override
  public void store(CallKey key, ChatReply reply) {
    replies.putIfAbsent(key, reply);
  }

  @Override
  public void purge(String scope) {
    replies.keySet().removeIf(key -> key.scope().equals(scope));
  }
}
