package dev.rapport.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.bench.run.Mode;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.bench.score.Scores;
import dev.rapport.bench.score.Trial;
import dev.rapport.bench.score.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run's report in all its forms. The same records give the same bytes, in whatever order they
 * come. Immutable.
 */
public final class Report {
  private final RunRecords run;
  private final Scores scores;

  private Report(RunRecords run) {
    this.run = run;
    this.scores = Scores.of(run);
  }

  /** Counts everything. */
  public static Report of(RunRecords run) {
    return new Report(run);
  }

  public Scores scores() {
    return scores;
  }

  /** One question in the machine form. */
  private record Line(
      String question,
      String person,
      String mode,
      String verdict,
      double score,
      int gold,
      int option,
      String without,
      int withoutOption) {
    static Line of(Trial trial) {
      return new Line(
          trial.question().id(),
          trial.person(),
          lower(trial.answer().mode()),
          lower(trial.graded().verdict()),
          trial.graded().score(),
          trial.question().gold().option(),
          trial.answer().option(),
          trial.baseline().isScored() ? lower(trial.baseline().verdict()) : "",
          trial.baselineOption());
    }

    private static String lower(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  private record Whole(Scores scores, List<Line> questions) {}

  /** Everything counted, for machines; keys in a fixed order. */
  public String json() {
    List<Line> lines = new ArrayList<>();
    for (Mode mode : List.of(Mode.CHOICE, Mode.OPEN)) {
      Trials.of(run, mode).forEach(trial -> lines.add(Line.of(trial)));
    }
    return ReportJson.pretty(new Whole(scores, lines));
  }

  /** For readers. */
  public String markdown() {
    return ReportMarkdown.of(scores);
  }

  /** To look through in a browser; one file that fetches nothing. */
  public String html() {
    return ReportHtml.of(scores, run);
  }

  /**
   * Writes {@code report.json}, {@code report.md}, {@code report.html} and {@code report.csv}.
   *
   * @param data the data set's folder: the table of PersonaMem-v2 is written with all its columns
   * @return the files
   */
  public List<Path> write(Path folder, Path data) {
    try {
      Files.createDirectories(folder);
      List<Path> files = new ArrayList<>();
      files.add(write(folder.resolve("report.json"), json()));
      files.add(write(folder.resolve("report.md"), markdown()));
      files.add(write(folder.resolve("report.html"), html()));
      Path csv = folder.resolve("report.csv");
      ReportCsv.of(run).write(csv, data);
      files.add(csv);
      return files;
    } catch (IOException e) {
      throw new ReportException("%s cannot be written: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text, UTF_8);
  }
}
