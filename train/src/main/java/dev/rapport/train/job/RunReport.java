package dev.rapport.train.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rapport.train.TrainException;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.report.Html;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.run.Stage;
import dev.rapport.train.sft.SftMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * {@code report.html} of a run of SFT or GRPO: its curves, its frozen spec, and of GRPO pages to be
 * read. All of it comes from the run's folder, while the run goes and after.
 */
public final class RunReport {
  /** Between two reports of a run that goes, so that quick steps are not held up. */
  private static final long PAUSE_NANOS = 15_000_000_000L;

  private static final int PAIRS = 3;

  private final Path folder;
  private final LongSupplier nanos;
  private long next;

  /**
   * @param nanos a clock
   */
  RunReport(Path folder, LongSupplier nanos) {
    this.folder = folder;
    this.nanos = nanos;
    next = nanos.getAsLong();
  }

  /** Writes it if the last one is some time ago. */
  void refresh() {
    long now = nanos.getAsLong();
    if (now - next >= 0) {
      write(folder);
      next = now + PAUSE_NANOS;
    }
  }

  /**
   * Writes it from what the folder holds.
   *
   * @return the file
   * @throws TrainException when this is not the folder of such a run, or no step was made
   */
  public static Path write(Path folder) {
    Path metrics = new Stage(folder, 0, 1).metricsFile();
    List<JsonNode> lines = JsonFile.readLines(metrics, JsonNode.class);
    if (lines.isEmpty()) {
      throw new TrainException(
          "%s has no line: a report is made from the metrics of a run of SFT or GRPO in which a step was made"
              .formatted(metrics));
    }
    List<Speed> speeds = Stage.speeds(folder);
    boolean grpo = lines.getFirst().has("reward");
    RunCharts charts =
        grpo
            ? RunCharts.grpo(JsonFile.readLines(metrics, GrpoMetrics.class), speeds)
            : RunCharts.sft(JsonFile.readLines(metrics, SftMetrics.class), speeds);
    Path spec = Frozen.file(folder);
    JsonNode frozen =
        Files.exists(spec) ? JsonFile.read(spec, JsonNode.class) : MissingNode.getInstance();
    Path file = folder.resolve("report.html");
    try {
      Path fresh = folder.resolve("report.html.new");
      Files.writeString(fresh, html(grpo ? "GRPO" : "SFT", charts, frozen, Tries.read(folder)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
    return file;
  }

  private static String html(String kind, RunCharts charts, JsonNode spec, Tries tries) {
    int steps = spec.path("steps").asInt(charts.steps());
    var body = new StringBuilder();
    body.append(
        "<h1>%s, %s</h1>\n"
            .formatted(
                kind,
                charts.steps() < steps
                    ? "%d of %d steps so far".formatted(charts.steps(), steps)
                    : steps + (steps == 1 ? " step" : " steps")));
    body.append(
        "<p class='dim'>Beside each title the mean of the first and of the last %s. Faint: step by step; strong: the mean of ten steps.</p>\n"
            .formatted(charts.window() == 1 ? "step" : charts.window() + " steps"));
    body.append(charts.html());
    List<Tries.Pair> pairs = tries.pairs(PAIRS);
    if (!pairs.isEmpty()) {
      body.append(
          "<h2>Pages and answers, early and late</h2>\n<p>As they were drawn in training, the first try of a question.</p>\n");
      pairs.forEach(pair -> body.append(pair(pair)));
    }
    body.append("<h2>All of it</h2>\n<details><summary>The run in numbers</summary>")
        .append(charts.numbers())
        .append("</details>\n");
    if (!spec.isMissingNode()) {
      body.append("<details open><summary>The frozen spec</summary><pre tabindex='0'>")
          .append(Html.escape(JsonFile.text(spec, true)))
          .append("</pre></details>\n");
    }
    return Html.page("Rapport: train " + kind.toLowerCase(Locale.ROOT), body.toString());
  }

  private static String pair(Tries.Pair pair) {
    return "<div class='pair'>%s%s</div>\n".formatted(seen(pair.before()), seen(pair.after()));
  }

  private static String seen(Tries.Seen seen) {
    Attempt attempt = seen.attempt();
    return """
    <div><span class='dim'>Step %d, question %s, %s</span>%s
    <p class='text'><b>Answer:</b> %s</p></div>
    """
        .formatted(
            seen.step(),
            Html.escape(attempt.id()),
            attempt.reward() < 0 ? "undecided" : "earned %s".formatted(attempt.reward()),
            attempt.page().isEmpty()
                ? ""
                : "\n<p class='text'>%s</p>".formatted(Html.escape(attempt.page())),
            attempt.answer().isBlank() ? "<i>nothing</i>" : Html.escape(attempt.answer()));
  }
}
