package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import dev.rapport.person.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks a person's waiting turns in order, a batch at a time, so that none is held for long. */
final class Inbox implements Iterator<Turn> {
  private static final int BATCH = 64;

  private final MemoryStore store;
  private final UserId user;
  private Iterator<MemoryStore.Waiting> batch = List.<MemoryStore.Waiting>of().iterator();
  private long place = MemoryStore.FROM_START;

  Inbox(MemoryStore store, UserId user) {
    this.store = store;
    this.user = user;
  }

  @Override
  public boolean hasNext() {
    if (!batch.hasNext()) {
      batch = store.pending(user, place, BATCH).iterator();
    }
    return batch.hasNext();
  }

  @Override
  public Turn next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the inbox of " + user + " is empty");
    }
    MemoryStore.Waiting waiting = batch.next();
    place = waiting.place();
    return waiting.turn();
  }
}
