package dev.rapport.bench.report;

import static dev.rapport.bench.report.Markdown.cell;

import dev.rapport.bench.score.Scores;
import java.util.Locale;

/** The report as text. */
final class ReportMarkdown {
  private final Markdown text = new Markdown();

  private ReportMarkdown() {}

  static String of(Scores scores) {
    ReportMarkdown report = new ReportMarkdown();
    report.head(scores);
    ModeMarkdown modes = new ModeMarkdown(report.text, scores.spec().strategy());
    scores.modes().forEach(modes::add);
    new CostMarkdown(report.text).add(scores.cost());
    report.notes();
    return report.text.toString();
  }

  private void head(Scores scores) {
    text.line("# %s on %s", scores.spec().strategy(), scores.spec().dataset());
    text.line("");
    text.line(
        "%d questions, %d people, version `%s`, variant %s, seed %d.",
        scores.questions(),
        scores.people(),
        scores.spec().version(),
        scores.spec().variant().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        scores.spec().seed());
    text.line("Models: %s.", cell(scores.spec().models().toString()));
    text.line("Settings: %s.", cell(scores.spec().settings().toString()));
    text.line("");
    scores.warnings().forEach(warning -> text.line("> **Note.** %s%n", cell(warning)));
  }

  private void notes() {
    text.line("## How to read it");
    text.line("");
    text.line(
        "Accuracy is of the questions that were answered, read and judged; the others are counted"
            + " apart. Intervals are at 95%%, clustered by person (cluster-robust variance, Wilson's"
            + " interval over the effective number of questions, Student's t with one less than the"
            + " people). The gain is paired by question. Readers guess many answers from the options"
            + " alone: trust the gain, and the twins, more than the accuracy.");
  }
}
