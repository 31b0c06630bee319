package dev.rapport.bench.compare;

import dev.rapport.bench.compare.Comparison.Example;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.score.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Questions that one run gets right and another does not. */
final class Disagreements {
  private static final int LONG = 1200;

  private Disagreements() {}

  static List<Example> of(Mode mode, Map<String, Map<String, Trial>> byRun) {
    Map<String, Map<String, Trial>> byQuestion = new LinkedHashMap<>();
    byRun.forEach(
        (name, trials) ->
            trials.forEach(
                (id, trial) ->
                    byQuestion
                        .computeIfAbsent(id, question -> new LinkedHashMap<>())
                        .put(name, trial)));
    List<Example> examples = new ArrayList<>();
    for (Map<String, Trial> trials : byQuestion.values()) {
      long right = trials.values().stream().filter(trial -> trial.graded().isRight()).count();
      if (right > 0 && right < trials.size()) {
        examples.add(example(mode, trials));
      }
    }
    return examples;
  }

  private static Example example(Mode mode, Map<String, Trial> trials) {
    Question question = trials.values().iterator().next().question();
    Map<String, Example.Said> answers = new LinkedHashMap<>();
    trials.forEach((name, trial) -> answers.put(name, said(trial)));
    int gold = question.gold().option();
    return new Example(
        question.id(),
        question.person(),
        mode,
        cut(question.asked().query().text()),
        cut(gold < 0 ? question.gold().answer() : question.asked().options().get(gold)),
        answers);
  }

  private static Example.Said said(Trial trial) {
    boolean chosen = trial.answer().outcome() == Outcome.CHOSEN;
    return new Example.Said(
        trial.graded().verdict().name().toLowerCase(Locale.ROOT),
        cut(
            chosen
                ? trial.question().asked().options().get(trial.answer().option())
                : trial.answer().reply()));
  }

  private static String cut(String text) {
    return text.length() <= LONG ? text : text.substring(0, LONG) + " …";
  }
}
