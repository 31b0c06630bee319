package dev.rapport.local.answer;

import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.page.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A recall's lines of one sort of owner, ready to be weighed.
 *
 * @param passages the lines put together by the turn they come from; a line without a source stands
 *     alone
 */
record PageLines(List<Line> lines, List<Passage> passages) {
  private static final Comparator<Line> OLDEST_FIRST =
      Comparator.comparing(Line::since).thenComparingInt(line -> line.id().number());
  private static final int SHORTEST = 8;

  static PageLines of(List<Line> recalled, BiFunction<Voice, String, TextView> views) {
    return of(recalled, views, Set.of());
  }

  /**
   * @param unheard sentences that are no evidence
   */
  static PageLines of(
      List<Line> recalled, BiFunction<Voice, String, TextView> views, Set<String> unheard) {
    List<Line> lines = recalled.stream().sorted(OLDEST_FIRST).toList();
    Map<String, List<Integer>> byTurn = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      byTurn.computeIfAbsent(place(lines.get(i)), each -> new ArrayList<>()).add(i);
    }
    List<Passage> passages = new ArrayList<>();
    double last = byTurn.size() - 1.0;
    for (List<Integer> members : byTurn.values()) {
      double recency = last == 0 ? 0.5 : passages.size() / last;
      passages.add(passage(lines, members, recency, views, unheard));
    }
    passages.removeIf(passage -> passage.sentences().isEmpty());
    return new PageLines(lines, passages);
  }

  private static String place(Line line) {
    return line.sources().isEmpty() ? line.id().value() : line.sources().getFirst().turn().value();
  }

  private static Passage passage(
      List<Line> lines,
      List<Integer> members,
      double recency,
      BiFunction<Voice, String, TextView> views,
      Set<String> unheard) {
    List<TextView> sentences = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int line : members) {
      for (String sentence : sentences(lines.get(line).text())) {
        if (!unheard.contains(sentence)) {
          sentences.add(views.apply(Voice.LINE, sentence));
          owners.add(line);
        }
      }
    }
    return new Passage(sentences, owners, recency);
  }

  /** The sentences long enough to mean something; the whole text when none is. */
  static List<String> sentences(String text) {
    List<String> sentences =
        TurnText.of(text).sentences().stream()
            .map(Sentence::text)
            .filter(sentence -> sentence.length() >= SHORTEST)
            .toList();
    return sentences.isEmpty() ? List.of(text) : sentences;
  }
}
