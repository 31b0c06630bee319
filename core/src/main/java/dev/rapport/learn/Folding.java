package dev.rapport.learn;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.model.ModelException;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.work.Lease;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Folds one chunk into one page: write, then move the page on by compare-and-set. */
final class Folding {
  /** What became of a chunk. */
  enum Outcome {
    FOLDED,
    /** Set aside: the model rejects it. */
    BURIED,
    /** Somebody else moved the page on or read the turns meanwhile: look again. */
    RACED
  }

  private final MemoryStore store;
  private final MemoryStrategy<Page> strategy;
  private final CallsFor calls;
  private final Clock clock;

  Folding(MemoryStore store, MemoryStrategy<Page> strategy, CallsFor calls, Clock clock) {
    this.store = store;
    this.strategy = strategy;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Writes and moves the page on.
   *
   * @param read turns that are wholly read once the chunk is in
   */
  Outcome fold(
      UserId user, Chunk chunk, List<TurnId> read, String label, Lease lease, LearnListener heard) {
    Page page = store.page(user);
    PersonKey key = store.key(user);
    List<Tombstone> tombstones = store.tombstones(user);
    WriteContext context = new WriteContext(key, tombstones, calls.calls(user, lease));
    Written<Page> written;
    try {
      written = strategy.write(chunk, page, context);
    } catch (ModelException e) {
      if (e.kind() != ModelException.Kind.REJECTED) {
        throw e;
      }
      String why = "the model rejects it: " + e.getMessage();
      store.bury(user, turnsOf(chunk), why);
      heard.onBuried(chunk, why);
      return Outcome.BURIED;
    }
    if (!moveOn(user, page, written, read, key, label, heard)) {
      return Outcome.RACED;
    }
    heard.onChunk(chunk, written.findings());
    return Outcome.FOLDED;
  }

  private boolean moveOn(
      UserId user,
      Page page,
      Written<Page> written,
      List<TurnId> read,
      PersonKey key,
      String label,
      LearnListener heard) {
    List<PageEdit.Forget> requests =
        written.applied().stream()
            .filter(PageEdit.Forget.class::isInstance)
            .map(PageEdit.Forget.class::cast)
            .toList();
    if (!written.changed() && requests.isEmpty()) {
      return store.markRead(user, page.revision(), read);
    }
    Forgetting forgetting = Forgetting.of(page, requests, key, clock.instant());
    Page next = written.changed() ? written.state() : page.next(page.lines(), page.nextLine());
    Revision revision =
        forgetting.revision(
            page, next, new Revision.Cause(Revision.Kind.LEARNED, label), clock.instant());
    boolean moved =
        store.advance(
            user,
            new MemoryStore.Step(revision, read, forgetting.tombstones(), forgetting.purge()));
    if (moved) {
      heard.onRevision(revision);
    }
    return moved;
  }

  private static List<TurnId> turnsOf(Chunk chunk) {
    return List.copyOf(
        chunk.turns().stream().map(Turn::id).collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
