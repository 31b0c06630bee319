package dev.rapport.store;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Who read and changed what. Entries hold nobody's words and are never changed, but that of a
 * person who is erased only a keyed hash is left. So write down an erasure before it is done:
 * afterwards the name would stand here again.
 */
public interface Audit {
  /** Behind every entry. */
  long NEWEST = Long.MAX_VALUE;

  /**
   * Something done.
   *
   * @param at when, to the millisecond
   * @param user whom it is about: a user id, {@code erased:} and a keyed hash, or empty for nobody
   * @param actor the id of the API key it was done with, or another word for who did it
   * @param action one or two words: "read page", "edit line"
   * @param target what it was done to, without the person's words: "l7", "revision 3"; empty after
   *     an erasure
   */
  record Entry(
      Instant at, TenantId tenant, String user, String actor, String action, String target) {}

  /**
   * An entry and its number, which grows.
   *
   * @param number pass the last one's to read on
   */
  record Numbered(long number, Entry entry) {}

  /** Durable when it returns. */
  void append(Entry entry);

  /**
   * Newest first.
   *
   * @param before only those with lower numbers; {@link #NEWEST} for the first ones
   * @param limit most entries to return
   */
  List<Numbered> of(PersonRef person, long before, int limit);

  /** As {@link #of(PersonRef, long, int)}, of everybody of a tenant. */
  List<Numbered> of(TenantId tenant, long before, int limit);

  /** What somebody is called here once they are erased. */
  String nameOnceErased(PersonRef person);
}
