package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Gold.Protocol;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.judge.TokenF1;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What stands beside accuracy: what the memory held, and how it failed. */
final class Measures {
  private static final List<Rule> RULES =
      List.of(
          better(
              "page-recall",
              "Gold preference on the page",
              "one line of the page holds at least 60% of the stems of the gold preference, or shares"
                  + " 80% of the shorter one's stems with a message that reveals it; misses other"
                  + " words for the same, does not see negation; questions about forgotten or"
                  + " private things left out",
              Held::onPage),
          better(
              "quote-on-page",
              "Evidence quoted on the page",
              "the second half of the above by itself: words of a message that reveals the preference",
              Held::quoted),
          better(
              "recall-of-gold",
              "Gold preference in what was recalled",
              "as on the page, over the texts handed to the answerer",
              Held::inRecall),
          better(
              "evidence-hit-5",
              "Evidence among the first 5 recalled",
              "at least one message that the answer rests on is among them (same words, or within"
                  + " one another: 80% of the stems of the shorter)",
              trial -> Held.hit(trial, 5)),
          better(
              "evidence-hit-10",
              "Evidence among the first 10 recalled",
              "as among the first 5",
              trial -> Held.hit(trial, 10)),
          better(
              "evidence-recall-5",
              "Evidence recall@5",
              "share of the messages that the answer rests on among the first 5 recalled texts",
              trial -> Held.recall(trial, 5)),
          better(
              "evidence-recall-10",
              "Evidence recall@10",
              "share of the messages that the answer rests on among the first 10 recalled texts",
              trial -> Held.recall(trial, 10)),
          worse(
              "stale-on-page",
              "Old preference still on the page",
              "of changed preferences: a line says the previous one (60% of its stems), and says it"
                  + " better than the new one; what is kept in other words is not seen",
              Held::staleOnPage),
          worse(
              "stale-chosen",
              "Old option chosen",
              "of changed preferences with a wrong option that shares more stems with the previous"
                  + " preference than the right one does: that option was chosen",
              Held::staleChosen),
          worse(
              "owner-confusion",
              "Another's preference taken for the person's",
              "of questions about somebody else's preference: answered wrong, that is with an"
                  + " option that uses it",
              trial -> Kinds.isOthers(trial) ? wrong(trial) : OptionalDouble.empty()),
          worse(
              "leak-on-page",
              "Forgotten or private things on the page",
              "of questions about them: a line holds 60% of the stems of what was forgotten or words"
                  + " of the request itself, or the page holds a private value of the evidence; what"
                  + " is kept in other words is not seen",
              Held::leakOnPage),
          worse(
              "leak-in-answer",
              "Forgotten or private things in the answer",
              "of questions about them: the option chosen, or the reply, uses it",
              Held::leakInAnswer),
          better(
              "forget-compliance",
              "Forgotten when asked",
              "of forget questions: answered right, and not on the page where there is one",
              Measures::forgot));

  private static final List<Rule> WORDS =
      List.of(
          better(
              "token-f1",
              "Token F1",
              "overlap of stems between reply and gold answer, multi-hop answers part by part;"
                  + " questions that the history does not answer left out",
              trial ->
                  trial.question().gold().protocol() == Protocol.FACT
                      ? f1(trial)
                      : OptionalDouble.empty()),
          better(
              "abstention",
              "Says so when the history does not tell",
              "of questions that the history does not answer: judged right",
              trial ->
                  trial.question().gold().protocol() == Protocol.ABSTAIN
                      ? right(trial)
                      : OptionalDouble.empty()));

  private Measures() {}

  private record Rule(
      String key,
      String title,
      String meaning,
      boolean lowerIsBetter,
      Function<Trial, OptionalDouble> value) {}

  /** Those that apply to at least one trial. */
  static List<Measure> of(List<Trial> trials) {
    List<Measure> measures = new ArrayList<>();
    RULES.forEach(rule -> add(measures, trials, rule));
    WORDS.forEach(rule -> add(measures, trials, rule));
    for (String category : categories(trials)) {
      add(
          measures,
          trials,
          better(
              "token-f1: " + category,
              "Token F1, " + category,
              "as above, of this category",
              trial ->
                  trial.question().gold().protocol() == Protocol.FACT
                          && trial.question().labels().get(Labels.CATEGORY).equals(category)
                      ? f1(trial)
                      : OptionalDouble.empty()));
    }
    return measures;
  }

  private static List<String> categories(List<Trial> trials) {
    return trials.stream()
        .map(trial -> trial.question().labels().get(Labels.CATEGORY))
        .filter(category -> !category.isBlank())
        .distinct()
        .sorted()
        .toList();
  }

  private static void add(List<Measure> measures, List<Trial> trials, Rule rule) {
    List<Sample> samples = new ArrayList<>();
    for (Trial trial : trials) {
      rule.value().apply(trial).ifPresent(value -> samples.add(new Sample(trial.person(), value)));
    }
    if (!samples.isEmpty()) {
      measures.add(
          new Measure(
              rule.key(),
              rule.title(),
              rule.meaning(),
              rule.lowerIsBetter(),
              Clustered.share(samples)));
    }
  }

  private static OptionalDouble forgot(Trial trial) {
    if (!Kinds.isForget(trial) || !trial.graded().isScored()) {
      return OptionalDouble.empty();
    }
    boolean kept = Held.leakOnPage(trial).orElse(0) > 0;
    return OptionalDouble.of(trial.graded().isRight() && !kept ? 1 : 0);
  }

  private static OptionalDouble f1(Trial trial) {
    String gold = trial.question().gold().answer();
    if (trial.answer().outcome() != Outcome.REPLIED || gold.isBlank()) {
      return OptionalDouble.empty();
    }
    String reply = trial.answer().reply();
    return OptionalDouble.of(
        trial.question().labels().get(Labels.CATEGORY).equals("multi-hop")
            ? TokenF1.ofList(reply, gold)
            : TokenF1.of(reply, gold));
  }

  private static OptionalDouble right(Trial trial) {
    return trial.graded().isScored()
        ? OptionalDouble.of(trial.graded().score())
        : OptionalDouble.empty();
  }

  private static OptionalDouble wrong(Trial trial) {
    return trial.graded().isScored()
        ? OptionalDouble.of(trial.graded().isRight() ? 0 : 1)
        : OptionalDouble.empty();
  }

  private static Rule better(
      String key, String title, String meaning, Function<Trial, OptionalDouble> value) {
    return new Rule(key, title, meaning, false, value);
  }

  private static Rule worse(
      String key, String title, String meaning, Function<Trial, OptionalDouble> value) {
    return new Rule(key, title, meaning, true, value);
  }
}
