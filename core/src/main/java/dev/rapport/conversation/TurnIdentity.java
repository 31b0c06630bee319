package dev.rapport.conversation;

import dev.rapport.person.PersonKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives messages their turn ids while one source is read from its beginning.
 *
 * <p>A turn is known by its conversation's name, its role, its words, and how often the same words
 * came before it there. So reading a file again gives the same ids, a file that has grown gives new
 * ids only for what is new, and two people never share an id. Not safe for several threads.
 */
public final class TurnIdentity {
  private static final int ID_DIGITS = 20;

  private final PersonKey key;
  private final Map<Long, Integer> seen = new LinkedHashMap<>();

  private TurnIdentity(PersonKey key) {
    this.key = key;
  }

  /** Starts at the beginning of a source. */
  public static TurnIdentity startingAt(PersonKey key) {
    return new TurnIdentity(key);
  }

  /** Call once per message, in the order of the source. */
  public Turn identify(Message message) {
    String role = message.role().name();
    long words = key.shortHash("occurrence", message.conversation(), role, message.text());
    int occurrence = seen.merge(words, 1, Integer::sum);
    String hash =
        key.hash(
            "turn", message.conversation(), role, message.text(), Integer.toString(occurrence));
    return new Turn(
        new TurnId("t" + hash.substring(0, ID_DIGITS)),
        message.role(),
        message.text(),
        message.at());
  }
}
