package dev.rapport.bench.score;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Spent;
import dev.rapport.bench.run.Variant;
import dev.rapport.bench.run.VerdictRecord;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.memory.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Runs made up from a seed. */
public final class Records {
  private static final List<String> TYPES =
      List.of(
          "stereotypical_pref",
          "anti_stereotypical_pref",
          "neutral_preferences",
          "ask_to_forget",
          "sensitive_info");
  private static final String[] OPTIONS = {
    "Cook lentils on Sunday", "Grill a steak", "Order some pizza", "Skip the meal"
  };

  private Records() {}

  /**
   * @param known share answered right with memory; without it 0.3
   */
  public static RunRecords random(long seed, int people, int each, double known) {
    Random random = new Random(seed);
    List<Question> questions = new ArrayList<>();
    List<PageRecord> pages = new ArrayList<>();
    List<AnswerRecord> answers = new ArrayList<>();
    List<AnswerRecord> baseline = new ArrayList<>();
    List<VerdictRecord> verdicts = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      String history = "h" + p;
      pages.add(page(history, "- Cooks lentils every Sunday\n- Cycles to work", random));
      for (int i = 0; i < each; i++) {
        Question question = question("p%d/q%d".formatted(p, i), "p" + p, history, random);
        questions.add(question);
        AnswerRecord answer = answer(question, known, random);
        answers.add(answer);
        baseline.add(answer(question, 0.3, random));
        verdicts.add(verdict(question, answer));
      }
    }
    return new RunRecords(spec(2048), questions, pages, answers, verdicts, baseline, List.of());
  }

  /** A spec with a page budget. */
  public static RunSpec spec(int cap) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("size", "32k");
    settings.put("cap", Integer.toString(cap));
    return new RunSpec(
        "personamem-v2",
        "v1",
        "page",
        Variant.BLIND,
        Mode.CHOICE,
        settings,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        7,
        2048,
        0);
  }

  /** The same records in another order. */
  public static RunRecords shuffled(RunRecords run, long seed) {
    Random random = new Random(seed);
    return new RunRecords(
        run.spec(),
        run.questions(),
        mixed(run.pages(), random),
        mixed(run.answers(), random),
        mixed(run.verdicts(), random),
        mixed(run.baseline(), random),
        mixed(run.baselineVerdicts(), random));
  }

  private static <T> List<T> mixed(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static PageRecord page(String history, String text, Random random) {
    return new PageRecord(
        history, text, "", 12 + random.nextInt(500), 8000, 2, "", List.of(), spent(random));
  }

  private static Question question(String id, String person, String history, Random random) {
    var labels = new LinkedHashMap<String, String>();
    String type = TYPES.get(random.nextInt(TYPES.size()));
    labels.put(Labels.TYPE, type);
    labels.put(Labels.UPDATED, Boolean.toString(random.nextBoolean()));
    labels.put(Labels.WHO, random.nextInt(5) == 0 ? "others" : "self");
    labels.put(Labels.PRIVATE, Boolean.toString(type.equals("sensitive_info")));
    labels.put(Labels.SCENARIO, "personal_email");
    labels.put(Labels.DISTANCE, Integer.toString(random.nextInt(8000)));
    labels.put(Labels.SIZE, "32k");
    return new Question(
        id,
        person,
        history,
        "",
        new Asked(new Query("What should I eat? " + id), List.of(OPTIONS)),
        new Gold(
            0,
            OPTIONS[0],
            "Cooks lentils on Sundays",
            random.nextBoolean() ? "Grills a steak" : "",
            Gold.Protocol.POSITIVE,
            List.of("I stopped eating meat in spring and I cook lentils every Sunday.")),
        new Labels(labels));
  }

  private static AnswerRecord answer(Question question, double known, Random random) {
    List<Integer> order = mixed(List.of(0, 1, 2, 3), random);
    int fate = random.nextInt(20);
    Outcome outcome =
        fate == 0 ? Outcome.UNANSWERED : fate == 1 ? Outcome.UNPARSED : Outcome.CHOSEN;
    int option = random.nextDouble() < known ? 0 : 1 + random.nextInt(3);
    return new AnswerRecord(
        question.id(),
        Mode.CHOICE,
        outcome,
        order,
        outcome == Outcome.CHOSEN ? option : -1,
        outcome == Outcome.UNANSWERED ? "" : "Final answer",
        outcome == Outcome.UNANSWERED ? "timed out" : "",
        -1,
        List.of("Cooks lentils every Sunday"),
        6,
        spent(random));
  }

  private static VerdictRecord verdict(Question question, AnswerRecord answer) {
    Verdict verdict =
        switch (answer.outcome()) {
          case UNANSWERED -> Verdict.UNANSWERED;
          case UNPARSED -> Verdict.UNPARSED;
          default -> answer.option() == question.gold().option() ? Verdict.CORRECT : Verdict.WRONG;
        };
    return new VerdictRecord(
        question.id(),
        Mode.CHOICE,
        verdict,
        verdict == Verdict.CORRECT ? 1 : verdict == Verdict.WRONG ? 0 : -1,
        "",
        List.of(),
        Spent.NOTHING);
  }

  private static Spent spent(Random random) {
    return new Spent(1, random.nextInt(1000), random.nextInt(100), new BigDecimal("0.0001"), true);
  }
}
