package dev.rapport.bench.report;

import dev.rapport.bench.score.Estimate;
import java.util.Formatter;
import java.util.Locale;

/** Lines of Markdown, and how a report writes numbers and cells in them. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
  void line(String format, Object... values) {
    new Formatter(text, Locale.ROOT).format(format, values);
    text.append('\n');
  }

  /** An estimate as a row of a table of accuracies. */
  void row(String name, Estimate e) {
    line(
        "| %s | %s | %s to %s | %d | %d |",
        name, percent(e.value()), percent(e.low()), percent(e.high()), e.questions(), e.people());
  }

  static String ranged(Estimate e) {
    return "%s (%s to %s)".formatted(percent(e.value()), percent(e.low()), percent(e.high()));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share);
  }

  /** One cell of a table: no breaks, no bars, no tags. */
  static String cell(String value) {
    return value.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").replace("`", "'");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
