package dev.rapport.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.bench.compare.Comparison;
import dev.rapport.bench.compare.NamedRun;
import dev.rapport.bench.score.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser makes of the pages; skipped where there is none. */
class BrowserTest {
  @TempDir private Path folder;

  @Test
  void givenARun_thePageShowsItsNumbersAndOnlyTheFirstQuestions() throws Exception {
    String dom = dom(Report.of(Records.random(4, 200, 25, 0.8)).html());

    assertThat(dom).contains("points over an empty page").contains("5,000 questions");
    // The first forty, and as many again for the part near the screen.
    assertThat(dom.split("<article", -1).length - 1).isBetween(40, 120);
  }

  @Test
  void givenHostileText_itIsShownAndNotRun() throws Exception {
    String dom = dom(Report.of(ReportTest.hostile()).html());

    assertThat(dom)
        .doesNotContain("<title>owned")
        .doesNotContain("<img")
        .contains("&lt;/script&gt;&lt;script&gt;");
  }

  @Test
  void givenAComparison_thePageShowsItsDifferences() throws Exception {
    var comparison =
        Comparison.of(
            List.of(
                new NamedRun("one", Records.random(4, 12, 9, 0.8)),
                new NamedRun("two", Records.random(4, 12, 9, 0.8))));

    assertThat(dom(comparison.html())).contains("within noise").contains("Where they disagree: 0");
  }

  private String dom(String html) throws IOException, InterruptedException {
    return Browser.dom(folder, html);
  }
}
