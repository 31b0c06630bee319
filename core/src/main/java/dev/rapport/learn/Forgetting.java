package dev.rapport.learn;

import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one or more requests to forget mean for a person's store: which tombstones stay, which words
 * must go from everywhere, and a revision that does not repeat them.
 */
public final class Forgetting {
  /** Nothing is forgotten. */
  public static final Forgetting NOTHING =
      new Forgetting(PersonKey.of(new byte[PersonKey.BYTES]), List.of());

  private final PersonKey key;
  private final List<Tombstone> tombstones;

  private Forgetting(PersonKey key, List<Tombstone> tombstones) {
    this.key = key;
    this.tombstones = tombstones;
  }

  /**
   * @param page as it stood before, so that the words of its lines can be hashed
   */
  public static Forgetting of(
      Page page, List<PageEdit.Forget> requests, PersonKey key, Instant at) {
    List<Tombstone> tombstones = new ArrayList<>();
    for (PageEdit.Forget request : requests) {
      for (Line line : page.lines()) {
        if (request.ids().contains(line.id())) {
          List<TurnId> turns = line.sources().stream().map(Source::turn).distinct().toList();
          tombstones.add(bury(key, at, tombstones, line.text(), turns));
          line.sources().stream()
              .map(Source::quote)
              .filter(quote -> !quote.isBlank())
              .forEach(quote -> tombstones.add(bury(key, at, tombstones, quote, turns)));
        }
      }
      if (!request.words().isBlank()) {
        tombstones.add(bury(key, at, tombstones, request.words(), List.of()));
      }
    }
    return new Forgetting(key, List.copyOf(tombstones));
  }

  private static Tombstone bury(
      PersonKey key, Instant at, List<Tombstone> before, String text, List<TurnId> turns) {
    String id =
        "f" + key.hash("tombstone", at.toString(), before.size() + ":" + text).substring(0, 12);
    return Tombstones.bury(key, id, at, text, turns);
  }

  /** What is to be kept instead of the words. */
  public List<Tombstone> tombstones() {
    return tombstones;
  }

  /** Whether the line says what is forgotten. */
  public boolean concerns(Line line) {
    return !tombstones.isEmpty()
        && Tombstones.matches(
            key, tombstones, line.text(), line.sources().stream().map(Source::turn).toList());
  }

  /** Whether the text says what is forgotten. */
  public boolean concerns(String text) {
    return !tombstones.isEmpty() && Tombstones.matches(key, tombstones, text, List.of());
  }

  /** What a store must remove beside the page. */
  public MemoryStore.Purge purge() {
    return tombstones.isEmpty()
        ? MemoryStore.Purge.NOTHING
        : new MemoryStore.Purge(this::concerns, this::concerns);
  }

  /** The revision from one page to the next; its diff leaves out what was forgotten. */
  public Revision revision(Page before, Page after, Revision.Cause cause, Instant at) {
    PageDiff diff = PageDiff.between(before, after);
    PageDiff clean =
        new PageDiff(
            diff.added(),
            diff.removed().stream().filter(line -> !concerns(line)).toList(),
            diff.changed().stream().filter(changed -> !concerns(changed.before())).toList());
    return new Revision(after.revision(), at, cause, clean, after);
  }
}
