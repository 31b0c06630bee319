package dev.rapport.train.mini;

import java.util.List;

/**
 * Somebody of the generated world.
 *
 * @param chunks what they said, turn by turn, chunk by chunk
 * @param gold by topic, the taste they have in the end; "any" where they asked to forget it
 * @param old by topic, the taste they had before they changed their mind; empty if they did not
 * @param others by topic, a taste that somebody else has; empty if nobody was mentioned
 */
record Person(List<List<Turn>> chunks, List<String> gold, List<String> old, List<String> others) {
  /** What is answered when nothing is known. */
  static final String ANY = "any";

  Person {
    chunks = chunks.stream().map(List::copyOf).toList();
    gold = List.copyOf(gold);
    old = List.copyOf(old);
    others = List.copyOf(others);
  }

  Kind kind(int topic) {
    if (gold.get(topic).equals(ANY)) {
      return Kind.FORGOTTEN;
    }
    if (!old.get(topic).isEmpty()) {
      return Kind.CHANGED;
    }
    return others.get(topic).isEmpty() ? Kind.PLAIN : Kind.OTHERS_TOO;
  }

  /** What makes a question hard. */
  enum Kind {
    PLAIN,
    OTHERS_TOO,
    CHANGED,
    FORGOTTEN
  }

  /**
   * One turn.
   *
   * @param words as said
   * @param topic it bears on, -1 for none
   * @param mentioned tastes it implies, whosoever they are
   * @param forgets whether it asks to forget the topic
   */
  record Turn(List<String> words, int topic, List<String> mentioned, boolean forgets) {
    Turn {
      words = List.copyOf(words);
      mentioned = List.copyOf(mentioned);
    }
  }
}
