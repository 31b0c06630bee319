package dev.rapport.train.job;

import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.report.Curves;
import dev.rapport.train.report.Html;
import dev.rapport.train.sft.SftMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The curves of a run, and the same in numbers. */
record RunCharts(List<Chart> charts, int steps) {
  private static final int MOST_ROWS = 50;
  private static final int COLOUR = 2;

  RunCharts {
    charts = List.copyOf(charts);
  }

  /**
   * A chart.
   *
   * @param says what is to be seen
   */
  record Chart(String title, String says, List<Series> series) {
    Chart {
      series = List.copyOf(series);
    }
  }

  /**
   * A curve of a chart.
   *
   * @param format of its numbers
   * @param values by step
   */
  record Series(String name, String format, List<Double> values) {
    static <M> Series of(String name, String format, List<M> steps, ToDoubleFunction<M> value) {
      return new Series(name, format, steps.stream().map(value::applyAsDouble).toList());
    }

    String text(double value) {
      return String.format(Locale.ROOT, format, value);
    }

    /** Its mean over steps. */
    String mean(int from, int to) {
      return text(
          values.subList(from, to).stream()
              .mapToDouble(Double::doubleValue)
              .filter(Double::isFinite)
              .average()
              .orElse(0));
    }
  }

  static RunCharts sft(List<SftMetrics> steps, List<Speed> speeds) {
    return new RunCharts(
        List.of(
            chart("Loss", "nats a learned token", "%.4f", steps, SftMetrics::loss),
            chart("Gradient", "norm before it is cut", "%.3f", steps, SftMetrics::gradientNorm),
            chart("Learned tokens", "of a step", "%.0f", steps, SftMetrics::trainedTokens),
            chart("Speed", "tokens a second, learned", "%.0f", speeds, Speed::learnedPerSecond)),
        steps.size());
  }

  static RunCharts grpo(List<GrpoMetrics> steps, List<Speed> speeds) {
    return new RunCharts(
        List.of(
            chart("Reward", "mean of a step's answers", "%.3f", steps, GrpoMetrics::reward),
            chart(
                "Groups without signal",
                "share whose answers all earned the same: nothing is learned from them",
                "%.2f",
                steps,
                GrpoMetrics::zeroSignalShare),
            chart("KL", "to the frozen start, nats a token", "%.5f", steps, GrpoMetrics::kl),
            chart(
                "Entropy", "of what was drawn, nats a token", "%.3f", steps, GrpoMetrics::entropy),
            chart("Clipped", "share of tokens", "%.4f", steps, GrpoMetrics::clipShare),
            new Chart(
                "Length",
                "tokens, mean",
                List.of(
                    Series.of("page", "%.1f", steps, GrpoMetrics::updateTokens),
                    Series.of("answer", "%.1f", steps, GrpoMetrics::answerTokens))),
            chart(
                "Cut off",
                "share of pages and answers that the limit ended",
                "%.2f",
                steps,
                GrpoMetrics::truncatedShare),
            chart("Loss", "of the policy", "%.5f", steps, GrpoMetrics::loss),
            chart("Gradient", "norm before it is cut", "%.4f", steps, GrpoMetrics::gradientNorm),
            new Chart(
                "Speed",
                "tokens a second",
                List.of(
                    Series.of("written", "%.0f", speeds, Speed::writtenPerSecond),
                    Series.of("learned", "%.0f", speeds, Speed::learnedPerSecond)))),
        steps.size());
  }

  private static <M> Chart chart(
      String title, String says, String format, List<M> steps, ToDoubleFunction<M> value) {
    return new Chart(title, says, List.of(Series.of(title, format, steps, value)));
  }

  /** Steps whose mean stands for the begin, and for the end. */
  int window() {
    return Math.max(1, Math.min(Curves.WINDOW, steps / 2));
  }

  /** From the first to the last steps. */
  String change(Series series) {
    int size = series.values().size();
    int some = Math.min(size, window());
    return series.mean(0, some) + " \u2192 " + series.mean(size - some, size);
  }

  String html() {
    var out = new StringBuilder("<div class='charts'>\n");
    for (Chart chart : charts) {
      var curves = new ArrayList<Curves.Curve>();
      var said = new ArrayList<String>();
      for (Series series : chart.series()) {
        curves.add(new Curves.Curve(series.name(), series.values(), COLOUR + curves.size()));
        String change = change(series);
        said.add(chart.series().size() == 1 ? change : series.name() + " " + change);
      }
      String numbers = String.join(", ", said);
      out.append("<figure><figcaption><b>")
          .append(Html.escape(chart.title()))
          .append("</b> ")
          .append(Html.escape(numbers))
          .append("<br>")
          .append(Html.escape(chart.says()))
          .append("</figcaption>")
          .append(Curves.of(curves, "%s by step: %s".formatted(chart.title(), numbers)))
          .append("</figure>\n");
    }
    return out.append("</div>\n").toString();
  }

  /** Every so many steps, as many as can be read; the last one in any case. */
  String numbers() {
    var columns = new ArrayList<Series>();
    var rows = new StringBuilder("<tr><th class='number'>step</th>");
    for (Chart chart : charts) {
      for (Series series : chart.series()) {
        String name = chart.series().size() == 1 ? "" : ", " + series.name();
        rows.append("<th class='number'>")
            .append(Html.escape(chart.title() + name))
            .append("</th>");
        columns.add(series);
      }
    }
    rows.append("</tr>\n");
    int stride = Math.ceilDiv(Math.max(1, steps), MOST_ROWS);
    for (int step = 0; step < steps; step++) {
      if ((step + 1) % stride == 0 || step + 1 == steps) {
        rows.append("<tr><td class='number'>").append(step + 1).append("</td>");
        for (Series series : columns) {
          List<Double> values = series.values();
          rows.append("<td class='number'>")
              .append(step < values.size() ? series.text(values.get(step)) : "")
              .append("</td>");
        }
        rows.append("</tr>\n");
      }
    }
    return Html.table("The run in numbers", rows.toString());
  }
}
