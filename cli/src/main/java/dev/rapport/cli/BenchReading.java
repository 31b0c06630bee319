package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.RunException;
import dev.rapport.bench.run.RunFolder;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.VerdictRecord;
import dev.rapport.bench.score.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A run's folder and its data set, read whole. */
final class BenchReading {
  private static final String NO_MEMORY = "nomemory";

  private final RunFolder folder;
  private final RunSpec spec;
  private final Path data;

  private BenchReading(RunFolder folder, RunSpec spec, Path data) {
    this.folder = folder;
    this.spec = spec;
    this.data = data;
  }

  static BenchReading of(Path path) {
    RunFolder folder = RunFolder.at(path);
    return new BenchReading(folder, folder.spec(), folder.data());
  }

  /** The same with the data set elsewhere. */
  BenchReading over(Path moved) {
    return new BenchReading(folder, spec, moved);
  }

  RunSpec spec() {
    return spec;
  }

  Path path() {
    return folder.path();
  }

  Path data() {
    return data;
  }

  /** With the answers on an empty page that the run itself wrote, where answering is free. */
  RunRecords records() {
    Dataset dataset = dataset();
    RunRecords records = ownRecords(dataset);
    try (Stream<AnswerRecord> baseline = folder.baseline()) {
      List<AnswerRecord> answers = baseline.toList();
      return answers.isEmpty() || spec.strategy().equals(NO_MEMORY)
          ? records
          : records.against(answers, folder.baselineVerdicts(dataset));
    }
  }

  private RunRecords ownRecords(Dataset dataset) {
    return new RunRecords(
        spec, dataset.questions(), pages(), answers(), verdicts(), List.of(), List.of());
  }

  /** With the answers of a run without memory beside it. */
  RunRecords records(BenchReading baseline) {
    requireSameData(baseline);
    return ownRecords(dataset()).against(baseline.answers(), baseline.verdicts());
  }

  /**
   * A run of the same answerer without memory, among the folders beside this one, the first by
   * name; none where the run answered without memory itself.
   */
  Optional<BenchReading> baseline() {
    Path parent = folder.path().toAbsolutePath().normalize().getParent();
    if (parent == null || spec.strategy().equals(NO_MEMORY) || hasOwnBaseline()) {
      return Optional.empty();
    }
    try (Stream<Path> siblings = Files.list(parent)) {
      return siblings
          .sorted()
          .map(RunFolder::at)
          .filter(RunFolder::exists)
          .map(BenchReading::readable)
          .flatMap(Optional::stream)
          .filter(this::isBaseline)
          .findFirst();
    } catch (IOException e) {
      throw new FailedException("%s cannot be listed: %s".formatted(parent, e.getMessage()));
    }
  }

  private static Optional<BenchReading> readable(RunFolder folder) {
    try {
      return Optional.of(new BenchReading(folder, folder.spec(), folder.data()));
    } catch (RunException e) {
      return Optional.empty();
    }
  }

  private boolean isBaseline(BenchReading other) {
    RunSpec their = other.spec;
    return their.strategy().equals(NO_MEMORY)
        && their.dataset().equals(spec.dataset())
        && their.version().equals(spec.version())
        && their.seed() == spec.seed()
        && Objects.equals(their.models().get("answer"), spec.models().get("answer"))
        && (their.limit() == 0 || (spec.limit() > 0 && their.limit() >= spec.limit()));
  }

  private void requireSameData(BenchReading baseline) {
    RunSpec their = baseline.spec;
    if (!their.dataset().equals(spec.dataset()) || !their.version().equals(spec.version())) {
      throw new FailedException(
          "the baseline %s read %s version %s, the run %s version %s; run it again on the same data"
              .formatted(
                  baseline.path(),
                  their.dataset(),
                  their.version(),
                  spec.dataset(),
                  spec.version()));
    }
    String theirAnswerer = their.models().getOrDefault("answer", "");
    if (!theirAnswerer.equals(spec.models().getOrDefault("answer", ""))) {
      throw new FailedException(
          "the baseline %s was answered by %s, the run by %s; a gain is over the same answerer"
              .formatted(baseline.path(), theirAnswerer, spec.models().getOrDefault("answer", "")));
    }
  }

  private Dataset dataset() {
    return folder.dataset(data.toAbsolutePath().normalize());
  }

  private List<PageRecord> pages() {
    try (Stream<PageRecord> pages = folder.pages()) {
      return pages.toList();
    }
  }

  private List<AnswerRecord> answers() {
    try (Stream<AnswerRecord> answers = folder.answers()) {
      return answers.toList();
    }
  }

  private boolean hasOwnBaseline() {
    try (Stream<AnswerRecord> answers = folder.baseline()) {
      return answers.findAny().isPresent();
    }
  }

  private List<VerdictRecord> verdicts() {
    try (Stream<VerdictRecord> verdicts = folder.verdicts()) {
      return verdicts.toList();
    }
  }
}
