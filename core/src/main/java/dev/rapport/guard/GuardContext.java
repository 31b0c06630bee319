package dev.rapport.guard;

import dev.rapport.forget.Tombstone;
import dev.rapport.page.Author;
import dev.rapport.person.PersonKey;
import java.util.List;

/**
 * What a guard must know beside the page and the edits.
 *
 * @param author who asks for the edits
 * @param key the person's secret, to recognise what was forgotten
 * @param tombstones what must not be learned again
 * @param sourceText the words the edits were gathered from, to tell the person's language; empty
 *     when a person edits
 */
public record GuardContext(
    Author author, PersonKey key, List<Tombstone> tombstones, String sourceText) {
  public GuardContext {
    tombstones = List.copyOf(tombstones);
  }
}
