package dev.rapport.local.write;

import dev.rapport.conversation.TurnId;
import dev.rapport.local.language.Words;
import dev.rapport.model.Embedder;
import dev.rapport.model.Vectors;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines a request to forget speaks of: nearest in meaning to the request, to what was
 * said just before and to the answer it met, and every other line gathered from the same turn.
 */
final class ForgetTarget {
  private static final double NEAR_ENOUGH = 0.95;
  private static final double NEARLY = 0.04;
  private static final int MOST_TURNS = 2;

  private final Embedder embedder;

  ForgetTarget(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * @param request what the person asks, and what it met
   * @return lines of the nearest turn, and of a second one that is nearly as near
   */
  List<Slot> find(List<Slot> slots, ForgetRequest request) {
    if (slots.isEmpty()) {
      return List.of();
    }
    float[] topic = embedder.embed(request.topic());
    float[] before = embedder.embed(request.before());
    List<float[]> answer = embedder.embed(request.answer());
    float[] nearestAnswer = nearest(topic, answer, before);
    Set<String> stems = stems(request.topic());
    Map<TurnId, Double> byTurn = new LinkedHashMap<>();
    for (Slot slot : slots) {
      double near =
          Vectors.dot(topic, slot.vector())
              + 0.5
                  * answer.stream().mapToDouble(v -> Vectors.dot(v, slot.vector())).max().orElse(0)
              + 0.3 * Vectors.dot(before, slot.vector())
              + 0.3 * Vectors.dot(nearestAnswer, slot.vector())
              + (Collections.disjoint(stems, stems(slot.draft().text())) ? 0 : 0.15);
      Board.turns(slot).forEach(id -> byTurn.merge(id, near, Math::max));
    }
    double best = byTurn.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    Set<TurnId> turns =
        byTurn.entrySet().stream()
            .filter(near -> near.getValue() >= Math.max(NEAR_ENOUGH, best - NEARLY))
            .sorted(Map.Entry.<TurnId, Double>comparingByValue().reversed())
            .limit(MOST_TURNS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return slots.stream().filter(slot -> !Collections.disjoint(turns, Board.turns(slot))).toList();
  }

  private static float[] nearest(float[] topic, List<float[]> answer, float[] otherwise) {
    return answer.stream()
        .max(Comparator.comparingDouble(vector -> Vectors.dot(topic, vector)))
        .orElse(otherwise);
  }

  /** First letters of the longer words. */
  private static Set<String> stems(String text) {
    return Words.of(text).stream()
        .filter(word -> word.length() > 3)
        .map(word -> word.substring(0, 4))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
