package dev.rapport.forget;

import dev.rapport.conversation.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * Marks something forgotten without keeping its words: keyed hashes of them, so that it is
 * recognised when it comes again.
 *
 * @param id unique within the person
 * @param at when it was forgotten
 * @param whole keyed hash of the whole forgotten text, normalised
 * @param stems keyed hashes of its content words' stems, without repeats
 * @param turns the turns it had come from
 */
public record Tombstone(String id, Instant at, String whole, List<Long> stems, List<TurnId> turns) {
  public Tombstone {
    stems = List.copyOf(stems);
    turns = List.copyOf(turns);
  }
}
