package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything durable about people: the inbox of turns not yet read, the page and its revisions, and
 * what must stay forgotten. Every method is one transaction, durable when it returns. Safe for
 * several threads and several processes.
 */
public interface MemoryStore {
  /** People something is held of, in order of their ids. */
  List<UserId> people();

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
   * @param after only those after this turn; {@link #FROM_START} for the first ones
   * @param limit most turns to return
   */
  List<Turn> pending(UserId user, TurnId after, int limit);

  /** Stands for "from the first waiting turn" in {@link #pending}. */
  TurnId FROM_START = new TurnId("start");

  /** The page as it now stands; an empty one, revision 0, for somebody unknown. */
  Page page(UserId user);

  /**
   * Moves the page on, if it still stands at {@code fromRevision}: stores the revision, takes the
   * read turns out of the inbox and remembers their ids, keeps the tombstones.
   *
   * @param to its number is {@code fromRevision + 1}
   * @param read turns folded into it; empty for a person's own edit
   * @return false when the page has moved on meanwhile, and nothing was stored
   */
  boolean advance(
      UserId user, long fromRevision, Revision to, List<TurnId> read, List<Tombstone> tombstones);

  /**
   * As {@link #advance} for turns that changed nothing: takes them out of the inbox.
   *
   * @return false when the page has moved on meanwhile, and nothing was stored
   */
  boolean markRead(UserId user, long atRevision, List<TurnId> read);

  /** Sets turns aside that cannot be read, with why, so that those behind them are. */
  void bury(UserId user, List<TurnId> turns, String why);

  /** Turns set aside, oldest first. */
  List<Buried> buried(UserId user);

  /** Puts turns that were set aside back into the inbox, in their old places. */
  void unbury(UserId user, List<TurnId> turns);

  /** All revisions, oldest first. */
  List<Revision> revisions(UserId user);

  /** What must stay forgotten. */
  List<Tombstone> tombstones(UserId user);

  /**
   * Removes words wherever they are kept beside the page: lines of older revisions, turns waiting
   * or set aside, journalled replies of the person. Overwrites the freed space.
   *
   * @param lines true for a line that must go
   * @param texts true for a turn's or reply's text that must go
   * @return what was removed, by place
   */
  Purged purge(UserId user, Predicate<Line> lines, Predicate<String> texts);

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

  /** How much a purge removed. */
  record Purged(int revisionLines, int turns, int replies) {}

  /**
   * A stored text.
   *
   * @param place "page line l7", "revision 3 line l7", "waiting turn t81ab", "reply write t81ab"
   */
  record Trace(String place, String text) {}
}
