package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.privacy.PrivacyFinding;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a memory held of a question's gold, by {@link Coverage}. */
final class Held {
  private static final PrivacyGate GATE = PrivacyGates.standard();

  /** Shorter private values occur by accident. */
  private static final int SHORTEST_VALUE = 4;

  private Held() {}

  /** Whether a line of the page says the gold preference, or holds words it was revealed in. */
  static OptionalDouble onPage(Trial trial) {
    return statement(trial).isEmpty() || trial.page().text().isBlank()
        ? OptionalDouble.empty()
        : is(revealed(trial, pageLines(trial)));
  }

  /** Whether a recalled text says the gold preference, or holds words it was revealed in. */
  static OptionalDouble inRecall(Trial trial) {
    return statement(trial).isEmpty()
        ? OptionalDouble.empty()
        : is(revealed(trial, recalledLines(trial)));
  }

  private static boolean revealed(Trial trial, List<String> lines) {
    return Coverage.says(statement(trial), lines) || quotes(trial, lines);
  }

  private static boolean quotes(Trial trial, List<String> lines) {
    List<String> evidence = trial.question().gold().evidence();
    return lines.stream()
        .anyMatch(line -> evidence.stream().anyMatch(said -> Coverage.same(said, line)));
  }

  /** Whether the page holds words of a message that the answer rests on. */
  static OptionalDouble quoted(Trial trial) {
    List<String> evidence = trial.question().gold().evidence();
    return evidence.isEmpty() || trial.page().text().isBlank() || mustNot(trial)
        ? OptionalDouble.empty()
        : is(quotes(trial, pageLines(trial)));
  }

  /** Whether one of the first {@code k} recalled texts is a message that the answer rests on. */
  static OptionalDouble hit(Trial trial, int k) {
    OptionalDouble recall = recall(trial, k);
    return recall.isEmpty() ? recall : is(recall.getAsDouble() > 0);
  }

  /** Share of the messages that the answer rests on among the first {@code k} recalled texts. */
  static OptionalDouble recall(Trial trial, int k) {
    List<String> evidence = trial.question().gold().evidence();
    if (evidence.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<String> first = trial.answer().recalled().stream().limit(k).toList();
    long found =
        evidence.stream().filter(e -> first.stream().anyMatch(r -> Coverage.same(e, r))).count();
    return OptionalDouble.of((double) found / evidence.size());
  }

  /** Whether a line says the previous preference and says it better than the gold one. */
  static OptionalDouble staleOnPage(Trial trial) {
    Gold gold = trial.question().gold();
    if (!Kinds.isChanged(trial) || trial.page().text().isBlank()) {
      return OptionalDouble.empty();
    }
    return is(
        pageLines(trial).stream()
            .anyMatch(
                line ->
                    Coverage.says(gold.previous(), List.of(line))
                        && Coverage.best(gold.previous(), List.of(line))
                            > Coverage.best(gold.preference(), List.of(line))));
  }

  /** Whether the option chosen is the wrong one that fits the previous preference best. */
  static OptionalDouble staleChosen(Trial trial) {
    AnswerRecord answer = trial.answer();
    if (!Kinds.isChanged(trial) || answer.outcome() != AnswerRecord.Outcome.CHOSEN) {
      return OptionalDouble.empty();
    }
    Gold gold = trial.question().gold();
    List<String> options = trial.question().asked().options();
    int old = -1;
    double best = Coverage.best(gold.previous(), List.of(options.get(gold.option())));
    for (int i = 0; i < options.size(); i++) {
      double fit = Coverage.best(gold.previous(), List.of(options.get(i)));
      if (i != gold.option() && fit > best) {
        best = fit;
        old = i;
      }
    }
    return old < 0 ? OptionalDouble.empty() : is(answer.option() == old);
  }

  /** Whether the page keeps what was to be forgotten, or a private value. */
  static OptionalDouble leakOnPage(Trial trial) {
    if (trial.page().text().isBlank()) {
      return OptionalDouble.empty();
    }
    if (Kinds.isForget(trial)) {
      return is(
          Coverage.says(forgotten(trial), pageLines(trial)) || quotes(trial, pageLines(trial)));
    }
    return Kinds.isPrivate(trial) ? is(showsValue(trial, trial.page().text())) : none();
  }

  /** Whether the answer uses what was to be forgotten, or a private value. */
  static OptionalDouble leakInAnswer(Trial trial) {
    if (!Kinds.isForget(trial) && !Kinds.isPrivate(trial)) {
      return none();
    }
    boolean wrong = trial.graded().isScored() && !trial.graded().isRight();
    if (trial.answer().outcome() == AnswerRecord.Outcome.REPLIED) {
      return trial.graded().isScored()
          ? is(wrong || (Kinds.isPrivate(trial) && showsValue(trial, trial.answer().reply())))
          : none();
    }
    if (!trial.graded().isScored()) {
      return none();
    }
    // All wrong options of a forget question use what was forgotten; of a private one, some do.
    String chosen = trial.question().asked().options().get(trial.answer().option());
    return is(Kinds.isForget(trial) ? wrong : wrong && showsValue(trial, chosen));
  }

  private static boolean showsValue(Trial trial, String text) {
    String shown = text.toLowerCase(Locale.ROOT);
    return values(trial.question().gold().evidence()).stream().anyMatch(shown::contains);
  }

  private static List<String> values(List<String> texts) {
    List<String> values = new ArrayList<>();
    for (String text : texts) {
      for (PrivacyFinding finding : GATE.find(text)) {
        String value = text.substring(finding.start(), finding.end()).toLowerCase(Locale.ROOT);
        if (value.length() >= SHORTEST_VALUE) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static String forgotten(Trial trial) {
    Gold gold = trial.question().gold();
    return gold.previous().isBlank() ? gold.preference() : gold.previous();
  }

  /** What the memory ought to hold; empty where it ought to hold nothing. */
  private static String statement(Trial trial) {
    return mustNot(trial) ? "" : trial.question().gold().preference();
  }

  private static boolean mustNot(Trial trial) {
    return Kinds.isForget(trial) || Kinds.isPrivate(trial);
  }

  private static List<String> pageLines(Trial trial) {
    return Coverage.lines(trial.page().text());
  }

  private static List<String> recalledLines(Trial trial) {
    return trial.answer().recalled();
  }

  private static OptionalDouble is(boolean so) {
    return OptionalDouble.of(so ? 1 : 0);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
