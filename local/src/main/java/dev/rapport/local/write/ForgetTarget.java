package dev.rapport.local.write;

import dev.rapport.conversation.TurnId;
import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.Words;
import dev.rapport.model.Embedder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines a request to forget speaks of: nearest in meaning to the request, to what was said
 * just before and to the answer it met, and every other line gathered from the same turn.
 */
final class ForgetTarget {
  private static final double NEAR_ENOUGH = 0.5;

  private final Embedder embedder;

  ForgetTarget(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * @param request the asking sentences
   * @param turn all of the turn they stand in
   * @param before what the person and the chatbot said last before it; may be blank
   */
  List<Slot> find(List<Slot> slots, List<Sentence> request, String turn, String before) {
    String asked = request.stream().map(Sentence::text).collect(Collectors.joining(" "));
    float[] askedVector = embedder.embed(asked);
    float[] turnVector = embedder.embed(turn);
    float[] beforeVector = embedder.embed(before);
    Map<TurnId, Double> byTurn = new LinkedHashMap<>();
    for (Slot slot : slots) {
      double near =
          0.5 * Vectors.dot(askedVector, slot.vector())
              + 0.3 * Vectors.dot(turnVector, slot.vector())
              + 0.2 * Vectors.dot(beforeVector, slot.vector())
              + 0.15 * shared(asked, slot.draft().text());
      Board.turns(slot).forEach(id -> byTurn.merge(id, near, Math::max));
    }
    return byTurn.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= NEAR_ENOUGH)
        .map(
            best -> slots.stream().filter(slot -> Board.turns(slot).contains(best.getKey())).toList())
        .orElse(List.of());
  }

  /** What the request names, without the words that make it a request. */
  static String topic(List<Sentence> request) {
    int forget = Cues.shipped().indexOf("forget");
    return request.stream()
        .flatMap(sentence -> Words.of(sentence.text()).stream())
        .filter(word -> word.length() > 3 && Cues.shipped().count(List.of(word))[forget] == 0)
        .distinct()
        .limit(12)
        .collect(Collectors.joining(" "));
  }

  private static double shared(String asked, String line) {
    Set<String> words = new HashSet<>();
    Words.of(line).stream().filter(word -> word.length() > 3).forEach(words::add);
    return Words.of(asked).stream().distinct().anyMatch(words::contains) ? 1 : 0;
  }
}
