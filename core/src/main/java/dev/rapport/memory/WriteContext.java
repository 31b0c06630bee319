package dev.rapport.memory;

import dev.rapport.forget.Tombstone;
import dev.rapport.person.PersonKey;
import dev.rapport.work.Calls;
import java.util.List;

/**
 * What a writer may know beside the chunk and the memory. There is no query in it, and none can be
 * reached from it: memory is written before any question is known (arXiv 2512.06688, sec. 3.2).
 *
 * @param key the person's secret, for hashes of their words
 * @param tombstones what must not be learned again
 * @param calls the way to a model, journalled and counted; unused by writers without one
 */
public record WriteContext(PersonKey key, List<Tombstone> tombstones, Calls calls) {
  public WriteContext {
    tombstones = List.copyOf(tombstones);
  }
}
