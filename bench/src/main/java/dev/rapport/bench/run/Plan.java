package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a run is to do, in the data set's order.
 *
 * @param asks in the order of {@code answers.jsonl}
 * @param byHistory the same by the history they are asked over, in order of first use
 */
record Plan(List<Ask> asks, SequencedMap<String, List<Ask>> byHistory) {
  /**
   * @throws RunException if nothing can be asked in this mode
   */
  static Plan of(Dataset dataset, Mode mode, int limit) {
    List<Question> all = dataset.questions();
    List<Ask> asks = new ArrayList<>();
    int asked = 0;
    for (int row = 0; row < all.size() && (limit == 0 || asked < limit); row++) {
      List<Ask> ways = ways(all.get(row), row, mode);
      asks.addAll(ways);
      asked += ways.isEmpty() ? 0 : 1;
    }
    if (asks.isEmpty()) {
      throw new RunException(
          all.isEmpty()
              ? "data set %s has no questions".formatted(dataset.info().name())
              : "none of the %d questions of %s has options; run with --mode open"
                  .formatted(all.size(), dataset.info().name()));
    }
    SequencedMap<String, List<Ask>> byHistory = new LinkedHashMap<>();
    asks.forEach(
        ask ->
            byHistory.computeIfAbsent(ask.question().history(), id -> new ArrayList<>()).add(ask));
    return new Plan(List.copyOf(asks), byHistory);
  }

  private static List<Ask> ways(Question question, int row, Mode mode) {
    List<Ask> ways = new ArrayList<>();
    if (mode != Mode.OPEN && !question.asked().options().isEmpty()) {
      ways.add(new Ask(question, row, Mode.CHOICE));
    }
    if (mode != Mode.CHOICE) {
      ways.add(new Ask(question, row, Mode.OPEN));
    }
    return ways;
  }

  List<String> askKeys() {
    return asks.stream().map(Ask::key).toList();
  }
}
