package dev.rapport.forget;

import dev.rapport.conversation.TurnId;
import dev.rapport.person.PersonKey;
import dev.rapport.text.Words;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes tombstones and recognises what they stand for. Only hashes keyed with the person's secret
 * are kept: of the whole text, and of the stems of the words that say what it is about.
 *
 * <p>A text matches a tombstone when it is the same but for form; or when it holds at least {@value
 * #SHARE} of the tombstone's stems; or, if it comes from a turn the forgotten text came from,
 * {@value #SHARE_OF_SAME_TURN} of them. A tombstone of one or two stems must be there whole, one
 * without any ("I like it") matches the same text alone, so that common words do not swallow a
 * page.
 */
public final class Tombstones {
  private static final double SHARE = 0.6;
  private static final double SHARE_OF_SAME_TURN = 0.4;
  private static final int SMALL = 2;

  private Tombstones() {}

  /**
   * @param id unique within the person
   * @param text what is forgotten; only its hashes are kept
   * @param turns the turns it came from
   */
  public static Tombstone bury(
      PersonKey key, String id, Instant at, String text, List<TurnId> turns) {
    return new Tombstone(
        id, at, whole(key, text), List.copyOf(hashes(key, Framing.matter(text))), turns);
  }

  /**
   * Whether the text says what one of the tombstones stands for.
   *
   * @param sources turns the text was drawn from; may be empty
   */
  public static boolean matches(
      PersonKey key, List<Tombstone> tombstones, String text, List<TurnId> sources) {
    if (tombstones.isEmpty() || text.isBlank()) {
      return false;
    }
    String whole = whole(key, text);
    Set<Long> stems = hashes(key, new LinkedHashSet<>(Words.stems(text)));
    return tombstones.stream().anyMatch(tombstone -> matches(tombstone, whole, stems, sources));
  }

  private static boolean matches(
      Tombstone tombstone, String whole, Set<Long> stems, List<TurnId> sources) {
    if (tombstone.whole().equals(whole)) {
      return true;
    }
    int size = tombstone.stems().size();
    long held = tombstone.stems().stream().filter(stems::contains).count();
    if (held == 0) {
      return false;
    }
    if (sources.stream().anyMatch(tombstone.turns()::contains)) {
      return held >= SHARE_OF_SAME_TURN * size;
    }
    return size <= SMALL ? held == size : held >= Math.max(SMALL, SHARE * size);
  }

  private static String whole(PersonKey key, String text) {
    return key.hash("forgotten text", Words.plain(text));
  }

  private static Set<Long> hashes(PersonKey key, Set<String> stems) {
    Set<Long> hashes = new LinkedHashSet<>();
    stems.forEach(stem -> hashes.add(key.shortHash("forgotten stem", stem)));
    return hashes;
  }
}
