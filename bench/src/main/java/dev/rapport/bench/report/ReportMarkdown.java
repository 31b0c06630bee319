package dev.rapport.bench.report;

import dev.rapport.bench.run.Spent;
import dev.rapport.bench.score.Accuracy;
import dev.rapport.bench.score.Breakdown;
import dev.rapport.bench.score.Cost;
import dev.rapport.bench.score.Estimate;
import dev.rapport.bench.score.Gain;
import dev.rapport.bench.score.Letters;
import dev.rapport.bench.score.Measure;
import dev.rapport.bench.score.ModeScores;
import dev.rapport.bench.score.Scores;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** The report as text. */
final class ReportMarkdown {
  private static final int MOST_VALUES = 30;

  private final StringBuilder text = new StringBuilder();

  private ReportMarkdown() {}

  static String of(Scores scores) {
    ReportMarkdown report = new ReportMarkdown();
    report.head(scores);
    scores.modes().forEach(mode -> report.mode(mode, scores.spec().strategy()));
    report.cost(scores.cost());
    report.notes();
    return report.text.toString();
  }

  private void head(Scores scores) {
    line("# %s on %s", scores.spec().strategy(), scores.spec().dataset());
    line("");
    line(
        "%d questions, %d people, version `%s`, variant %s, seed %d.",
        scores.questions(),
        scores.people(),
        scores.spec().version(),
        scores.spec().variant().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        scores.spec().seed());
    line("Models: %s.", cell(scores.spec().models().toString()));
    line("Settings: %s.", cell(scores.spec().settings().toString()));
    line("");
    scores.warnings().forEach(warning -> line("> **Note.** %s%n", cell(warning)));
  }

  private void mode(ModeScores mode, String strategy) {
    Accuracy all = mode.accuracy();
    line("## %s", mode.chance() > 0 ? "Multiple choice" : "Open answers");
    line("");
    line("| | accuracy | 95%% interval | questions | people |");
    line("|---|---:|---:|---:|---:|");
    row("**" + cell(strategy) + "**", all.answered());
    if (mode.gain().gain().isKnown()) {
      row("nomemory, same answerer", mode.gain().without());
    } else if (!strategy.equals("nomemory")) {
      line("| nomemory, same answerer | not run | | | |");
    }
    if (mode.chance() > 0) {
      line("| chance | %s | | | |", percent(mode.chance()));
      line(
          "| always %s, the letter that is right most often | %s | | | |",
          mode.letters().majority(), percent(mode.letters().majorityAccuracy()));
    }
    line("");
    gain(mode.gain());
    line(
        "Asked %d: %d right, %d wrong, %d unparsed, %d unanswered, %d unjudged. If all that could"
            + " not be told were wrong, %s; if right, %s.",
        all.asked(),
        all.right(),
        all.wrong(),
        all.unparsed(),
        all.unanswered(),
        all.unjudged(),
        percent(all.atLeast()),
        percent(all.atMost()));
    line("");
    measures(mode.measures());
    letters(mode.letters());
    if (mode.twins().accuracy().asked() > 0) {
      line("### Twins");
      line("");
      line(
          "Accuracy per twin %s (chance %s); all twins of a set right: %s of %d sets (guessing %s,"
              + " without sight of the history 0%%).",
          ranged(mode.twins().accuracy().answered()),
          percent(mode.twins().chance()),
          ranged(mode.twins().allRight()),
          mode.twins().sets(),
          percent(mode.twins().chanceAllRight()));
      line("");
    }
    mode.breakdowns().forEach(this::breakdown);
  }

  private void gain(Gain gain) {
    if (!gain.gain().isKnown()) {
      return;
    }
    line(
        "Gain over an empty page: **%s points** (%s to %s)%s. Harmed %s (right without memory,"
            + " wrong with it), helped %s.",
        points(gain.gain().value()),
        points(gain.gain().low()),
        points(gain.gain().high()),
        gain.isBeyondNoise() ? "" : ", within noise",
        percent(gain.harmed().value()),
        percent(gain.helped().value()));
    line("");
  }

  private void measures(List<Measure> measures) {
    if (measures.isEmpty()) {
      return;
    }
    line("### Beside accuracy");
    line("");
    line("| measure | | 95%% interval | questions | how it is counted |");
    line("|---|---:|---:|---:|---|");
    for (Measure measure : measures) {
      Estimate e = measure.estimate();
      line(
          "| %s%s | %s | %s to %s | %d | %s |",
          cell(measure.title()),
          measure.lowerIsBetter() ? " (less is better)" : "",
          percent(e.value()),
          percent(e.low()),
          percent(e.high()),
          e.questions(),
          cell(measure.meaning()));
    }
    line("");
  }

  private void letters(Letters letters) {
    if (letters.counts().isEmpty()) {
      return;
    }
    line("### Letters");
    line("");
    line(
        "| letter | chosen | expected of a fair reader | right answer | of those answered right |");
    line("|---|---:|---:|---:|---:|");
    letters
        .counts()
        .forEach(
            c ->
                line(
                    "| %s | %d | %.1f | %d | %d |",
                    c.letter(), c.chosen(), c.expected(), c.gold(), c.rightWhenGold()));
    line("");
    line(
        "%s (chi-square %.2f, %d degrees of freedom).",
        letters.suspicious() ? "A letter is favoured" : "No letter is favoured",
        letters.statistic(),
        letters.freedom());
    line("");
  }

  private void breakdown(Breakdown breakdown) {
    line("### By %s", cell(breakdown.axis()));
    line("");
    line("| value | accuracy | 95%% interval | nomemory | gain | questions | people |");
    line("|---|---:|---:|---:|---:|---:|---:|");
    List<Breakdown.Cell> cells = breakdown.cells();
    boolean many = cells.size() > MOST_VALUES;
    List<Breakdown.Cell> shown =
        many
            ? cells.stream()
                .sorted(Comparator.comparingInt(c -> -c.accuracy().asked()))
                .limit(MOST_VALUES)
                .toList()
            : cells;
    for (Breakdown.Cell c : shown) {
      Estimate e = c.accuracy().answered();
      Gain gain = c.gain();
      line(
          "| %s | %s | %s | %s | %s | %d | %d |",
          cell(c.value()),
          e.isKnown() ? percent(e.value()) : "",
          e.isKnown() ? percent(e.low()) + " to " + percent(e.high()) : "",
          gain.gain().isKnown() ? percent(gain.without().value()) : "",
          gain.gain().isKnown() ? points(gain.gain().value()) : "",
          e.questions(),
          e.people());
    }
    line("");
    if (many) {
      line("The %d most frequent of %d values; report.json has all.", MOST_VALUES, cells.size());
      line("");
    }
  }

  private void cost(Cost cost) {
    line("## Cost");
    line("");
    line("| | times | calls | input tokens | output tokens | USD |");
    line("|---|---:|---:|---:|---:|---:|");
    spent("writing", cost.pages(), cost.write());
    spent("answering", cost.answers(), cost.answer());
    spent("judging", cost.answers(), cost.judge());
    line("");
    line(
        "%d chunks of %d history tokens folded into pages of %.0f tokens on average%s; %.0f tokens"
            + " recalled per answer%s.",
        cost.chunks(),
        cost.historyTokens(),
        cost.pageTokens(),
        cost.cap() > 0 ? " (%s of %d)".formatted(percent(cost.pageShare()), cost.cap()) : "",
        cost.recallTokens(),
        cost.recallShare() > 0 ? " (%s of the budget)".formatted(percent(cost.recallShare())) : "");
    line("");
  }

  private void spent(String what, int times, Spent spent) {
    line(
        "| %s | %d | %d (%s) | %d (%s) | %d (%s) | %s%s |",
        what,
        times,
        spent.calls(),
        per(spent.calls(), times),
        spent.inputTokens(),
        per(spent.inputTokens(), times),
        spent.outputTokens(),
        per(spent.outputTokens(), times),
        spent.usd().round(new MathContext(4)).stripTrailingZeros().toPlainString(),
        spent.priced() ? "" : " and more, not all prices are known");
  }

  private static String per(long amount, int times) {
    double each = times == 0 ? 0 : BigDecimal.valueOf(amount).doubleValue() / times;
    return String.format(Locale.ROOT, "%.1f each", each);
  }

  private void notes() {
    line("## How to read it");
    line("");
    line(
        "Accuracy is of the questions that were answered, read and judged; the others are counted"
            + " apart. Intervals are at 95%%, clustered by person (cluster-robust variance, Wilson's"
            + " interval over the effective number of questions, Student's t with one less than the"
            + " people). The gain is paired by question. Readers guess many answers from the options"
            + " alone: trust the gain, and the twins, more than the accuracy.");
  }

  private void row(String name, Estimate e) {
    line(
        "| %s | %s | %s to %s | %d | %d |",
        name, percent(e.value()), percent(e.low()), percent(e.high()), e.questions(), e.people());
  }

  private static String ranged(Estimate e) {
    return "%s (%s to %s)".formatted(percent(e.value()), percent(e.low()), percent(e.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share);
  }

  /** One cell of a table: no breaks, no bars, no tags. */
  private static String cell(String value) {
    return value.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").replace("`", "'");
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
  private void line(String format, Object... values) {
    new Formatter(text, Locale.ROOT).format(format, values);
    text.append('\n');
  }
}
