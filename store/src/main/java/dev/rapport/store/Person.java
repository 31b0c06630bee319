package dev.rapport.store;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.MemoryStore.Buried;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything held of one person.
 *
 * @param revisions oldest first; the last one's page is the page; none for a page without history
 * @param read ids of turns folded in
 * @param forgotten ids of turns that must not come again
 */
record Person(
    PersonKey key,
    Page page,
    List<Revision> revisions,
    List<Tombstone> tombstones,
    List<TurnId> read,
    List<TurnId> forgotten,
    List<Turn> waiting,
    List<Buried> buried) {
  Person {
    revisions = List.copyOf(revisions);
    tombstones = List.copyOf(tombstones);
    read = List.copyOf(read);
    forgotten = List.copyOf(forgotten);
    waiting = List.copyOf(waiting);
    buried = List.copyOf(buried);
    if (!revisions.isEmpty() && !revisions.getLast().page().equals(page)) {
      throw new StoreException(
          "The lines differ from those of the newest revision, %d.".formatted(page.revision()));
    }
  }

  /** Whether nothing was ever written or said. */
  boolean isNew() {
    return page.revision() == 0
        && read.isEmpty()
        && forgotten.isEmpty()
        && waiting.isEmpty()
        && buried.isEmpty();
  }

  /** One revision on. */
  Person with(Revision newest) {
    List<Revision> all = new ArrayList<>(revisions);
    all.add(newest);
    return new Person(key, newest.page(), all, tombstones, read, forgotten, waiting, buried);
  }

  /** What another one had forgotten stays forgotten. */
  Person withForgottenOf(Person other) {
    List<Tombstone> stones = new ArrayList<>(tombstones);
    other.tombstones.stream().filter(stone -> !stones.contains(stone)).forEach(stones::add);
    List<TurnId> ids = new ArrayList<>(forgotten);
    other.forgotten.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    return new Person(
        key,
        page,
        revisions,
        stones,
        without(read, other.forgotten),
        ids,
        waiting.stream().filter(turn -> !other.forgotten.contains(turn.id())).toList(),
        buried.stream().filter(each -> !other.forgotten.contains(each.turn().id())).toList());
  }

  private static List<TurnId> without(List<TurnId> ids, List<TurnId> gone) {
    return ids.stream().filter(id -> !gone.contains(id)).toList();
  }
}
