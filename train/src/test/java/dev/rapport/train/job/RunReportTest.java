package dev.rapport.train.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.TrainException;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.run.StepLines;
import dev.rapport.train.sft.SftMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {
  @TempDir private Path folder;

  @Test
  void grpo_hasCurvesSpecAndPages_andFetchesNothing() throws IOException {
    JsonFile.write(folder.resolve("spec.json"), Map.of("steps", 40, "model", "a<b"));
    for (int step = 1; step <= 30; step++) {
      metrics().append(grpo(step < 16 ? 0.25 : 0.75));
      var attempt = new Attempt("q1", step == 30 ? 1 : 0, "- likes <tea>", "B", 12, false);
      Tries.file(folder).append(new Tries.Line(step, List.of(attempt)));
    }

    String html = Files.readString(RunReport.write(folder));

    assertThat(html)
        .contains("GRPO, 30 of 40 steps so far", "<b>Reward</b> 0.250 \u2192 0.750")
        .contains("aria-label='Reward by step: 0.250 \u2192 0.750'")
        .contains("<b>Length</b> page 80.0 \u2192 80.0, answer 5.0 \u2192 5.0")
        .contains("Step 1, question q1, earned 0.0", "Step 30, question q1, earned 1.0")
        .contains("- likes &lt;tea&gt;", "a&lt;b")
        .doesNotContain("http", "<script", "a<b");
    assertThat(html.split("<svg ", -1)).hasSize(11);
    assertThat(html.split("<tr><td class='number'>", -1)).hasSize(31);
  }

  @Test
  void sft_hasItsLoss() throws IOException {
    JsonFile.write(folder.resolve("spec.json"), Map.of("steps", 1));
    metrics().append(new SftMetrics(3.5, 1, 0, 10, 20));

    assertThat(Files.readString(RunReport.write(folder)))
        .contains("<h1>SFT, 1 step<", "<b>Loss</b> 3.5000")
        .doesNotContain("Pages and answers");
  }

  @Test
  void whileItGoes_itIsWrittenNowAndThen() throws IOException {
    var clock = new AtomicLong();
    var report = new RunReport(folder, clock::get);
    Path file = folder.resolve("report.html");
    metrics().append(grpo(0));

    report.refresh();
    assertThat(file).content().contains("1 step");
    metrics().append(grpo(0));
    clock.addAndGet(14_000_000_000L);
    report.refresh();
    assertThat(file).content().contains("1 step");
    clock.addAndGet(1_000_000_000L);
    report.refresh();
    assertThat(file).content().contains("2 steps");
  }

  @Test
  void givenAnotherFolder_theMessageSaysWhatIsMissing() {
    assertThatThrownBy(() -> RunReport.write(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("metrics.jsonl");
  }

  private StepLines metrics() {
    return new StepLines(folder.resolve("metrics.jsonl"));
  }

  private static GrpoMetrics grpo(double reward) {
    return new GrpoMetrics(
        reward, 0.1, 0.5, 0, 1.5, 0.001, 0, 1, 1, 0, -0.01, 0.3, 0, 80, 5, 0.1, 0, 100, 170, 900);
  }
}
