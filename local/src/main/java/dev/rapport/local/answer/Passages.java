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
import java.util.stream.Collectors;

/** Puts a recall's lines together by the turn they come from; one without a source stands alone. */
final class Passages {
  private static final Comparator<Line> OLDEST_FIRST =
      Comparator.comparing(Line::since).thenComparingInt(line -> line.id().number());
  private static final int SHORTEST = 8;

  private Passages() {}

  /**
   * @param unheard sentences that are no evidence
   */
  static List<Passage> of(List<Line> lines, Set<String> unheard) {
    Map<String, List<Line>> byTurn = new LinkedHashMap<>();
    lines.stream()
        .sorted(OLDEST_FIRST)
        .forEach(line -> byTurn.computeIfAbsent(place(line), each -> new ArrayList<>()).add(line));
    return byTurn.values().stream()
        .map(together -> new Passage(heard(together, unheard), together))
        .filter(passage -> !passage.text().isEmpty())
        .toList();
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

  private static String place(Line line) {
    return line.sources().isEmpty() ? line.id().value() : line.sources().getFirst().turn().value();
  }

  private static String heard(List<Line> lines, Set<String> unheard) {
    return lines.stream()
        .flatMap(line -> sentences(line.text()).stream())
        .filter(sentence -> !unheard.contains(sentence))
        .collect(Collectors.joining(" "));
  }
}
