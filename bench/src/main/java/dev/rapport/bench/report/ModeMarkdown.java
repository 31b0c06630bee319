package dev.rapport.bench.report;

import static dev.rapport.bench.report.Markdown.cell;
import static dev.rapport.bench.report.Markdown.percent;
import static dev.rapport.bench.report.Markdown.points;
import static dev.rapport.bench.report.Markdown.ranged;

import dev.rapport.bench.score.Accuracy;
import dev.rapport.bench.score.Breakdown;
import dev.rapport.bench.score.Estimate;
import dev.rapport.bench.score.Gain;
import dev.rapport.bench.score.Letters;
import dev.rapport.bench.score.Measure;
import dev.rapport.bench.score.ModeScores;
import dev.rapport.bench.score.Twins;
import java.util.Comparator;
import java.util.List;

/** What a report says of one way of asking. */
final class ModeMarkdown {
  private static final int MOST_VALUES = 30;

  private final Markdown text;
  private final String strategy;

  ModeMarkdown(Markdown text, String strategy) {
    this.text = text;
    this.strategy = strategy;
  }

  void add(ModeScores mode) {
    Accuracy all = mode.accuracy();
    text.line("## %s", mode.chance() > 0 ? "Multiple choice" : "Open answers");
    text.line("");
    text.line("| | accuracy | 95%% interval | questions | people |");
    text.line("|---|---:|---:|---:|---:|");
    text.row("**" + cell(strategy) + "**", all.answered());
    if (mode.gain().gain().isKnown()) {
      text.row("nomemory, same answerer", mode.gain().without());
    } else if (!strategy.equals("nomemory")) {
      text.line("| nomemory, same answerer | not run | | | |");
    }
    if (mode.chance() > 0) {
      text.line("| chance | %s | | | |", percent(mode.chance()));
      text.line(
          "| always %s, the letter that is right most often | %s | | | |",
          mode.letters().majority(), percent(mode.letters().majorityAccuracy()));
    }
    text.line("");
    gain(mode.gain());
    text.line(
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
    text.line("");
    measures(mode.measures());
    letters(mode.letters());
    twins(mode.twins());
    mode.breakdowns().forEach(this::breakdown);
  }

  private void gain(Gain gain) {
    if (!gain.gain().isKnown()) {
      return;
    }
    text.line(
        "Gain over an empty page: **%s points** (%s to %s)%s. Harmed %s (right without memory,"
            + " wrong with it), helped %s.",
        points(gain.gain().value()),
        points(gain.gain().low()),
        points(gain.gain().high()),
        gain.isBeyondNoise() ? "" : ", within noise",
        percent(gain.harmed().value()),
        percent(gain.helped().value()));
    text.line("");
  }

  private void twins(Twins twins) {
    if (twins.accuracy().asked() == 0) {
      return;
    }
    text.line("### Twins");
    text.line("");
    text.line(
        "Accuracy per twin %s (chance %s); all twins of a set right: %s of %d sets (guessing %s,"
            + " without sight of the history 0%%).",
        ranged(twins.accuracy().answered()),
        percent(twins.chance()),
        ranged(twins.allRight()),
        twins.sets(),
        percent(twins.chanceAllRight()));
    text.line("");
  }

  private void measures(List<Measure> measures) {
    if (measures.isEmpty()) {
      return;
    }
    text.line("### Beside accuracy");
    text.line("");
    text.line("| measure | | 95%% interval | questions | how it is counted |");
    text.line("|---|---:|---:|---:|---|");
    for (Measure measure : measures) {
      Estimate e = measure.estimate();
      text.line(
          "| %s%s | %s | %s to %s | %d | %s |",
          cell(measure.title()),
          measure.lowerIsBetter() ? " (less is better)" : "",
          percent(e.value()),
          percent(e.low()),
          percent(e.high()),
          e.questions(),
          cell(measure.meaning()));
    }
    text.line("");
  }

  private void letters(Letters letters) {
    if (letters.counts().isEmpty()) {
      return;
    }
    text.line("### Letters");
    text.line("");
    text.line(
        "| letter | chosen | expected of a fair reader | right answer | of those answered right |");
    text.line("|---|---:|---:|---:|---:|");
    letters
        .counts()
        .forEach(
            c ->
                text.line(
                    "| %s | %d | %.1f | %d | %d |",
                    c.letter(), c.chosen(), c.expected(), c.gold(), c.rightWhenGold()));
    text.line("");
    text.line(
        "%s (chi-square %.2f, %d degrees of freedom).",
        letters.suspicious() ? "A letter is favoured" : "No letter is favoured",
        letters.statistic(),
        letters.freedom());
    text.line("");
  }

  private void breakdown(Breakdown breakdown) {
    text.line("### By %s", cell(breakdown.axis()));
    text.line("");
    text.line("| value | accuracy | 95%% interval | nomemory | gain | questions | people |");
    text.line("|---|---:|---:|---:|---:|---:|---:|");
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
      text.line(
          "| %s | %s | %s | %s | %s | %d | %d |",
          cell(c.value()),
          e.isKnown() ? percent(e.value()) : "",
          e.isKnown() ? percent(e.low()) + " to " + percent(e.high()) : "",
          gain.gain().isKnown() ? percent(gain.without().value()) : "",
          gain.gain().isKnown() ? points(gain.gain().value()) : "",
          e.questions(),
          e.people());
    }
    text.line("");
    if (many) {
      text.line(
          "The %d most frequent of %d values; report.json has all.", MOST_VALUES, cells.size());
      text.line("");
    }
  }
}
