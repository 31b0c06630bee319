package dev.rapport.local.write;

import dev.rapport.conversation.TurnId;
import dev.rapport.local.embed.PageReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines a request to forget speaks of, as the reader has them, which knows "the loud
 * guitars" in "the ticket back to the floor": by the topic named, by the answer it met, and by what
 * was said just before; and with a line every other one gathered from the same turn.
 */
final class ForgetTarget {
  private static final double ANSWER = 0.5;
  private static final double BEFORE = 0.3;

  /** Log weight from which a turn is meant at all. */
  private static final double MEANT = 1.5;

  /** Less than the most meant one by so much. */
  private static final double NEARLY = 0.25;

  private static final int MOST_TURNS = 2;

  private final PageReader reader;

  ForgetTarget(PageReader reader) {
    this.reader = reader;
  }

  /**
   * @param request what the person asks, and what it met
   * @return lines of the turn most likely meant, and of a second one that is nearly as likely
   */
  List<Slot> find(List<Slot> slots, ForgetRequest request) {
    if (slots.isEmpty()) {
      return List.of();
    }
    Map<TurnId, Double> byTurn = new LinkedHashMap<>();
    for (Slot slot : slots) {
      double meant = meant(slot, request);
      Board.turns(slot).forEach(id -> byTurn.merge(id, meant, Math::max));
    }
    double most = byTurn.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    Set<TurnId> turns =
        byTurn.entrySet().stream()
            .filter(entry -> entry.getValue() >= Math.max(MEANT, most - NEARLY))
            .sorted(Map.Entry.<TurnId, Double>comparingByValue().reversed())
            .limit(MOST_TURNS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return slots.stream().filter(slot -> !Collections.disjoint(turns, Board.turns(slot))).toList();
  }

  private double meant(Slot slot, ForgetRequest request) {
    float[] said = reader.read(slot.draft().text());
    double named = score(said, request.topic());
    if (request.before().contains(slot.draft().text())) {
      return named; // what it met is about these words in any case
    }
    double answered =
        request.answer().stream().mapToDouble(sentence -> score(said, sentence)).max().orElse(0);
    return named + ANSWER * answered + BEFORE * score(said, request.before());
  }

  private double score(float[] said, String asked) {
    return asked.isBlank() ? 0 : reader.score(said, reader.read(asked));
  }
}
