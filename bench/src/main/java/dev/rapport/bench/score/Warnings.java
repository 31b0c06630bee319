package dev.rapport.bench.score;

import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.VerdictRecord;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader must know before believing a number. */
final class Warnings {
  private static final int FEW_PEOPLE = 10;
  private static final double MANY_UNREAD = 0.02;

  private final RunRecords run;
  private final List<String> warnings = new ArrayList<>();

  private Warnings(RunRecords run) {
    this.run = run;
  }

  static List<String> of(RunRecords run, List<ModeScores> modes) {
    Warnings warnings = new Warnings(run);
    warnings.aboutTheRun();
    modes.forEach(warnings::about);
    return warnings.warnings;
  }

  private void aboutTheRun() {
    long asked = run.answers().stream().map(AnswerRecord::question).distinct().count();
    if (asked < run.questions().size()) {
      warn(
          "The run is not finished: %d of %d questions have an answer. Resume it before quoting"
              + " a number.",
          asked, run.questions().size());
    }
    long failed = run.pages().stream().filter(page -> !page.failure().isEmpty()).count();
    if (failed > 0) {
      warn("%d of %d memories could not be written.", failed, run.pages().size());
    }
    long contradicted = contradicted();
    if (contradicted > 0) {
      warn(
          "%d verdicts differ from the option chosen; the option counts here. Judge the run again.",
          contradicted);
    }
    boolean priced =
        run.pages().stream().allMatch(page -> page.spent().priced())
            && run.answers().stream().allMatch(answer -> answer.spent().priced())
            && run.verdicts().stream().allMatch(verdict -> verdict.spent().priced());
    if (!priced) {
      warn("The price of some calls is not known; the money shown is the part that is.");
    }
  }

  private long contradicted() {
    Map<String, AnswerRecord> chosen = new LinkedHashMap<>();
    run.answers().stream()
        .filter(answer -> answer.outcome() == Outcome.CHOSEN)
        .forEach(answer -> chosen.put(answer.question(), answer));
    Map<String, Integer> gold = new LinkedHashMap<>();
    run.questions().forEach(question -> gold.put(question.id(), question.gold().option()));
    return run.verdicts().stream()
        .filter(verdict -> verdict.mode() == Mode.CHOICE && chosen.containsKey(verdict.question()))
        .filter(verdict -> gold.containsKey(verdict.question()))
        .filter(verdict -> contradicts(verdict, chosen, gold))
        .count();
  }

  private static boolean contradicts(
      VerdictRecord verdict, Map<String, AnswerRecord> chosen, Map<String, Integer> gold) {
    AnswerRecord answer = chosen.get(verdict.question());
    boolean right = answer != null && gold.getOrDefault(verdict.question(), -1) == answer.option();
    return right != (verdict.verdict() == Verdict.CORRECT);
  }

  private void about(ModeScores scores) {
    String mode = scores.mode().name().toLowerCase(Locale.ROOT);
    Accuracy accuracy = scores.accuracy();
    aboutTheBaseline(mode, scores);
    int unread = accuracy.asked() - accuracy.answered().questions();
    if (unread > MANY_UNREAD * accuracy.asked()) {
      warn(
          "%d of %d %s questions have no readable answer (%d unanswered, %d unparsed, %d"
              + " unjudged): the accuracy lies between %s and %s over all.",
          unread,
          accuracy.asked(),
          mode,
          accuracy.unanswered(),
          accuracy.unparsed(),
          accuracy.unjudged(),
          percent(accuracy.atLeast()),
          percent(accuracy.atMost()));
    }
    int people = accuracy.answered().people();
    if (people < FEW_PEOPLE) {
      warn(
          people == 1
              ? "All %2$s questions are of one person: nothing can be said of others."
              : "Only %d people (%s questions): the intervals are wide, and rough.",
          people,
          mode);
    }
    if (scores.letters().suspicious()) {
      warn(
          "The answerer favours a letter: chosen %s (chi-square %.1f, %d degrees of freedom).",
          counts(scores.letters()), scores.letters().statistic(), scores.letters().freedom());
    }
    boolean single =
        run.questions().stream().anyMatch(question -> question.asked().options().size() == 1);
    if (scores.mode() == Mode.CHOICE && single) {
      warn("Some questions have one option only, which is always right.");
    }
  }

  private void aboutTheBaseline(String mode, ModeScores scores) {
    Gain gain = scores.gain();
    if (run.spec().strategy().equals("nomemory")) {
      return;
    }
    if (!gain.gain().isKnown()) {
      warn(
          "No empty-page run stands beside the %s questions: readers guess many answers from the"
              + " options alone, so this accuracy says little of the memory. Run the strategy"
              + " nomemory with the same models and give it with --baseline.",
          mode);
    } else if (!gain.isBeyondNoise()) {
      warn(
          "The gain over an empty page (%s, %s questions) is within noise: %s to %s points.",
          points(gain.gain().value()), mode, points(gain.gain().low()), points(gain.gain().high()));
    } else if (gain.gain().value() < 0) {
      warn(
          "This memory does harm: %s points against an empty page (%s questions).",
          points(gain.gain().value()), mode);
    }
  }

  private static String counts(Letters letters) {
    return String.join(
        ", ", letters.counts().stream().map(c -> c.letter() + " " + c.chosen()).toList());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
  private void warn(String format, Object... values) {
    warnings.add(new Formatter(Locale.ROOT).format(format, values).toString());
  }
}
