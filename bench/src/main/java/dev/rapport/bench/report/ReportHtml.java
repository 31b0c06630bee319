package dev.rapport.bench.report;

import dev.rapport.bench.run.Mode;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.bench.score.Scores;
import dev.rapport.bench.score.Trial;
import dev.rapport.bench.score.Trials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report to look through: one file that fetches nothing. */
final class ReportHtml {
  private static final int LONG_PAGE = 40_000;

  private ReportHtml() {}

  /**
   * What the page is made from.
   *
   * @param pages text of the memories by history
   */
  private record Data(Scores scores, Map<String, String> pages, List<Item> items) {}

  static String of(Scores scores, RunRecords run) {
    List<Item> items = new ArrayList<>();
    Map<String, String> pages = new LinkedHashMap<>();
    for (Mode mode : List.of(Mode.CHOICE, Mode.OPEN)) {
      for (Trial trial : Trials.of(run, mode)) {
        items.add(Item.of(trial));
        if (!trial.page().text().isEmpty()) {
          pages.put(trial.page().history(), Item.cut(trial.page().text(), LONG_PAGE));
        }
      }
    }
    return SingleFile.of(
        "Rapport: %s on %s".formatted(scores.spec().strategy(), scores.spec().dataset()),
        "report.css",
        "report.js",
        ReportJson.embedded(new Data(scores, pages, items)));
  }
}
