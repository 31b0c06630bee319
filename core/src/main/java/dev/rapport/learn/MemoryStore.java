package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Everything durable about people: the inbox of turns not yet read, the page and its revisions, and
 * what must stay forgotten. Every method is one transaction, durable when it returns. Safe for
 * several threads and several processes.
 */
public interface MemoryStore {
  /** People something is held of, in order of their ids. */
  List<UserId> people();

  /**
   * Some of {@link #people}, for whoever reads them page by page.
   *
   * @param after only those behind this id, who need not be there; empty for the first ones
   * @param limit most people to return
   */
  default List<UserId> people(String after, int limit) {
    return people().stream()
        .filter(user -> user.value().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  /** The person's secret, made on first use. */
  PersonKey key(UserId user);

  /**
   * Puts turns at the inbox's end, in order. A turn whose id is there, was read before, or was
   * forgotten is passed over.
   *
   * @return how many were new
   */
  int append(UserId user, List<Turn> turns);

  /**
   * Turns waiting to be read, oldest first; buried ones are not among them.
   *
   * @param after only those behind this place; {@link #FROM_START} for the first ones
   * @param limit most turns to return
   */
  List<Waiting> pending(UserId user, long after, int limit);

  /** How much waits, and since when; what {@link #pending} holds, without reading it. */
  default Backlog backlog(UserId user) {
    List<Waiting> waiting = pending(user, FROM_START, Integer.MAX_VALUE);
    return waiting.isEmpty()
        ? Backlog.NONE
        : new Backlog(waiting.size(), Turn.UNDATED, Turn.UNDATED);
  }

  /**
   * People with turns waiting, in order of their ids.
   *
   * @param after only those behind this id; empty for the first ones
   * @param limit most people to return
   */
  default List<UserId> behind(String after, int limit) {
    return people().stream()
        .filter(user -> user.value().compareTo(after) > 0)
        .filter(user -> !pending(user, FROM_START, 1).isEmpty())
        .limit(limit)
        .toList();
  }

  /** Before every place in {@link #pending}. */
  long FROM_START = -1;

  /** The page as it now stands; an empty one, revision 0, for somebody unknown. */
  Page page(UserId user);

  /**
   * Moves the page on, if it still stands where the step starts and every turn read still waits:
   * all of the step, or nothing. With turns read, the person's journalled replies have done their
   * service and go.
   *
   * @return false when somebody else was faster, and nothing was stored: read anew
   */
  boolean advance(UserId user, Step step);

  /**
   * As {@link #advance} for turns that changed nothing: takes them out of the inbox.
   *
   * @return false when somebody else was faster, and nothing was stored: read anew
   */
  boolean markRead(UserId user, long atRevision, List<TurnId> read);

  /** Sets waiting turns aside that cannot be read, with why, so that those behind them are. */
  void bury(UserId user, List<TurnId> turns, String why);

  /** Turns set aside, oldest first. */
  List<Buried> buried(UserId user);

  /** Puts turns that were set aside back into the inbox, in their old places. */
  void unbury(UserId user, List<TurnId> turns);

  /**
   * When turns were said, also those already read. Left out are turns without a date, and those
   * forgotten.
   */
  Map<TurnId, Instant> said(UserId user, List<TurnId> turns);

  /** All revisions, oldest first. */
  List<Revision> revisions(UserId user);

  /** What must stay forgotten. */
  List<Tombstone> tombstones(UserId user);

  /** Every place where the person's words are kept, for whoever must show that some are not. */
  List<Trace> traces(UserId user);

  /** Removes the person: page, revisions, turns, hashes, tombstones, journal, key. */
  void erase(UserId user);

  /**
   * A turn set aside.
   *
   * @param why the failure, without the turn's words
   */
  record Buried(Turn turn, String why) {}

  /**
   * A turn in the inbox.
   *
   * @param place grows along the inbox, not always by one
   */
  record Waiting(long place, Turn turn) {}

  /**
   * One move of a page.
   *
   * @param to the new revision; the page must stand at the one before it
   * @param read turns folded into it, to be taken out of the inbox and remembered by id alone;
   *     empty for a person's own edit
   * @param tombstones what must not be learned again
   * @param purge words that must go from wherever else they are kept
   */
  record Step(Revision to, List<TurnId> read, List<Tombstone> tombstones, Purge purge) {
    public Step {
      read = List.copyOf(read);
      tombstones = List.copyOf(tombstones);
    }
  }

  /**
   * Words that must go from older revisions, turns waiting or set aside, and journalled replies.
   * The freed space is overwritten.
   *
   * @param lines true for a line that must go
   * @param texts true for a turn's or a reply's text that must go
   */
  record Purge(Predicate<Line> lines, Predicate<String> texts) {
    /** Nothing has to go. */
    public static final Purge NOTHING = new Purge(line -> false, text -> false);
  }

  /**
   * A stored text.
   *
   * @param place "page line l7", "revision 3 line l7", "waiting turn t81ab", "reply write t81ab"
   */
  record Trace(String place, String text) {}
}
