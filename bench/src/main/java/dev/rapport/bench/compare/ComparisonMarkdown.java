package dev.rapport.bench.compare;

import dev.rapport.bench.compare.Comparison.Example;
import dev.rapport.bench.compare.Comparison.Pair;
import dev.rapport.bench.compare.Comparison.Row;
import dev.rapport.bench.score.Estimate;
import java.util.Formatter;
import java.util.Locale;

/** A comparison as text. */
final class ComparisonMarkdown {
  private static final int MOST_EXAMPLES = 20;

  private final StringBuilder text = new StringBuilder();

  private ComparisonMarkdown() {}

  static String of(Comparison comparison) {
    ComparisonMarkdown markdown = new ComparisonMarkdown();
    markdown.write(comparison);
    return markdown.text.toString();
  }

  private void write(Comparison comparison) {
    line("# Runs compared on %s", comparison.dataset());
    line("");
    line("Data version `%s`.", comparison.version());
    line("");
    line("| run | strategy | mode | page budget | accuracy | 95%% interval | answered | asked |");
    line("|---|---|---|---:|---:|---:|---:|---:|");
    for (Row row : comparison.runs()) {
      Estimate e = row.accuracy().answered();
      line(
          "| %s | %s | %s | %s | %.1f%% | %.1f%% to %.1f%% | %d | %d |",
          cell(row.name()),
          cell(row.strategy()),
          row.mode().name().toLowerCase(Locale.ROOT),
          row.cap() > 0 ? row.cap() : "",
          100 * e.value(),
          100 * e.low(),
          100 * e.high(),
          e.questions(),
          row.accuracy().asked());
    }
    line("");
    line(
        "| against | run | mode | difference | 95%% interval | only this right | only that right |");
    line("|---|---|---|---:|---:|---:|---:|");
    for (Pair pair : comparison.pairs()) {
      Estimate d = pair.difference();
      line(
          "| %s | %s | %s | %+.1f points%s | %+.1f to %+.1f | %d | %d |",
          cell(pair.first()),
          cell(pair.other()),
          pair.mode().name().toLowerCase(Locale.ROOT),
          100 * d.value(),
          d.holds(0) ? ", within noise" : "",
          100 * d.low(),
          100 * d.high(),
          pair.otherOnly(),
          pair.firstOnly());
    }
    line("");
    line("Differences are paired by question and clustered by person.");
    line("");
    line("## Where they disagree (%d questions)", comparison.examples().size());
    line("");
    comparison.examples().stream().limit(MOST_EXAMPLES).forEach(this::example);
    if (comparison.examples().size() > MOST_EXAMPLES) {
      line("The first %d; compare.json has all.", MOST_EXAMPLES);
    }
  }

  private void example(Example example) {
    line("- **%s** (%s, person %s)", cell(example.query()), example.question(), example.person());
    line("  - right: %s", cell(example.gold()));
    example
        .answers()
        .forEach((name, said) -> line("  - %s, %s: %s", name, said.verdict(), cell(said.text())));
  }

  private static String cell(String value) {
    return value.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").replace("`", "'");
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
  private void line(String format, Object... values) {
    new Formatter(text, Locale.ROOT).format(format, values);
    text.append('\n');
  }
}
