package dev.rapport.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What people say in tests, and the one line their pages must show afterwards: a hash over all of
 * it in order, so that a turn lost, read twice or out of order shows.
 */
final class Tale {
  /** A turn with this word is rejected by the model. */
  static final String POISON = "poison";

  static final String NOTHING = "nothing";

  private Tale() {}

  static Turn turn(String person, int number) {
    return turn(number, "%s says %d".formatted(person, number));
  }

  static Turn turn(int number, String text) {
    return new Turn(new TurnId("t" + number), Role.USER, text, Instant.EPOCH);
  }

  /** Turns 1 to {@code count}. */
  static List<Turn> turns(String person, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> turn(person, i)).toList();
  }

  /** What the page must say when these were read, each as a chunk of its own. */
  static String after(List<Turn> turns) {
    return after(turns, TaleStrategy.CALLS_PER_CHUNK);
  }

  /**
   * @param calls made about each chunk, 1 or 2
   */
  static String after(List<Turn> turns, int calls) {
    String line = NOTHING;
    for (Turn turn : turns) {
      String extract = answer(extract(line, turn.text()));
      line = calls == 1 ? extract : answer(merge(extract, turn.text()));
    }
    return line;
  }

  /** The first question about a chunk. */
  static String extract(String line, String text) {
    return "extract|%s|%s".formatted(text, line);
  }

  /** The second one. */
  static String merge(String extract, String text) {
    return "merge|%s|%s".formatted(text, extract);
  }

  /** Who a question is about. */
  static String personIn(String question) {
    return question.substring(question.indexOf('|') + 1, question.indexOf(" says "));
  }

  /** What the model replies. */
  static String answer(String question) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
