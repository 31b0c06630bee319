package dev.rapport.strategy.page;

import dev.rapport.conversation.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the words in a conversation that a statement was gathered from. */
final class Passages {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s+|\\R+");
  private static final int MOST_SENTENCES = 400;
  private static final int MOST_TURNS = 2;
  private static final double SECOND_TURN_SHARE = 0.8;

  private record Scored(Turn turn, double nearness) {}

  private Passages() {}

  /** The sentence of a text whose words are nearest to a statement's; the first among equals. */
  static String nearest(String text, String statement) {
    Likeness likeness = Likeness.to(statement);
    String best = "";
    double bestNearness = -1;
    for (String sentence : SENTENCE_END.split(text, MOST_SENTENCES)) {
      double nearness = sentence.isBlank() ? -1 : likeness.coverageBy(sentence);
      if (nearness > bestNearness) {
        best = sentence;
        bestNearness = nearness;
      }
    }
    return best;
  }

  /**
   * The turns a statement most likely rests on: the nearest one, and the next if it is about as
   * near. Never empty unless there are no turns.
   */
  static List<Turn> nearestTurns(List<Turn> turns, String statement) {
    Likeness likeness = Likeness.to(statement);
    List<Scored> scored = new ArrayList<>();
    for (Turn turn : turns) {
      scored.add(new Scored(turn, likeness.coverageBy(turn.text())));
    }
    scored.sort(Comparator.comparingDouble(Scored::nearness).reversed());
    double least = scored.isEmpty() ? 0 : scored.getFirst().nearness() * SECOND_TURN_SHARE;
    return scored.stream()
        .filter(
            one ->
                one.equals(scored.getFirst()) || (one.nearness() > 0.3 && one.nearness() >= least))
        .limit(MOST_TURNS)
        .map(Scored::turn)
        .toList();
  }
}
