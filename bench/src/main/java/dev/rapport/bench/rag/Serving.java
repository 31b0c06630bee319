package dev.rapport.bench.rag;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.Recall;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.text.Plain;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a recall of ranked passages, within a budget. */
record Serving(TokenCounter counter, int maxTokens) {
  private static final String SECTION = "Conversation";
  private static final int LONGEST_LINE = 20_000;

  Recall of(List<Passage> ranked) {
    if (ranked.isEmpty()) {
      return Recall.NOTHING;
    }
    List<Passage> chosen = chosen(ranked);
    // A tokenizer may count the whole dearer than its parts: then the weakest goes.
    while (!chosen.isEmpty()) {
      String text = text(chosen);
      int tokens = counter.count(text);
      if (tokens <= maxTokens) {
        return new Recall(text, lines(chosen), tokens);
      }
      chosen.removeLast();
    }
    return cut(ranked.getFirst());
  }

  private List<Passage> chosen(List<Passage> ranked) {
    List<Passage> chosen = new ArrayList<>();
    int room = maxTokens;
    for (Passage passage : ranked) {
      if (passage.tokens() <= room) {
        chosen.add(passage);
        room -= passage.tokens();
      }
    }
    return chosen;
  }

  /** When no passage fits, as much of the best one's beginning as does. */
  private Recall cut(Passage best) {
    String whole = best.shown();
    for (int most = maxTokens; most > 0; most--) {
      String text = whole.substring(0, counter.fit(whole, 0, most));
      int tokens = counter.count(text);
      if (tokens <= maxTokens) {
        return new Recall(text, lines(List.of(best)), tokens);
      }
    }
    return Recall.NOTHING;
  }

  private static String text(List<Passage> chosen) {
    StringBuilder text = new StringBuilder();
    chosen.stream()
        .sorted(Comparator.comparingInt(passage -> passage.turns().getFirst().number()))
        .forEach(passage -> text.append(passage.shown()));
    return text.toString();
  }

  private static List<Line> lines(List<Passage> ranked) {
    List<Line> lines = new ArrayList<>();
    for (Passage passage : ranked) {
      for (NumberedTurn numbered : passage.turns()) {
        String text = Plain.line(numbered.turn().text(), LONGEST_LINE);
        if (numbered.turn().role() == Role.USER && !text.isBlank()) {
          lines.add(line(numbered.number(), numbered.turn(), text));
        }
      }
    }
    return lines;
  }

  private static Line line(int number, Turn turn, String text) {
    return new Line(
        LineId.of(number),
        SECTION,
        text,
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        turn.at(),
        List.of(Source.quoting(turn.id(), text)),
        Author.MODEL,
        false);
  }
}
