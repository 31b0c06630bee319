package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a run, for reading. What a run killed in the middle of a line left behind is passed
 * over. Immutable; safe for several threads.
 *
 * <p>Of a finished run the records stand in the data set's order. With {@link Mode#BOTH} a question
 * has two answers and two verdicts, the choice first. With {@link Variant#QUERY_AWARE} there is a
 * page for every question, and {@link PageRecord#history} holds the question's id.
 */
public final class RunFolder {
  static final String SPEC = "spec.json";
  static final String SOURCE = "source.json";
  static final String PAGES = "pages.jsonl";
  static final String ANSWERS = "answers.jsonl";
  static final String BASELINE = "baseline.jsonl";
  static final String VERDICTS = "verdicts.jsonl";

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /** Reads nothing yet. */
  public static RunFolder at(Path folder) {
    return new RunFolder(folder);
  }

  public Path path() {
    return folder;
  }

  /** Whether a run was begun here. */
  public boolean exists() {
    return Files.isRegularFile(folder.resolve(SPEC));
  }

  /**
   * @throws RunException if there is none or it cannot be read
   */
  public RunSpec spec() {
    return read(SPEC, RunSpec.class);
  }

  /** Where the data set lay when the run was begun, as an absolute path. */
  public Path data() {
    return Path.of(read(SOURCE, RunSource.class).data());
  }

  /**
   * The data set as the run reads it, with the questions that it asks and no others.
   *
   * @throws RunException if it is not the one that the run was begun with
   * @throws dev.rapport.data.DatasetException if its files are not as they must be
   */
  public Dataset dataset() {
    return dataset(data());
  }

  /**
   * As {@link #dataset()}, from another place.
   *
   * @param data where it is now
   */
  public Dataset dataset(Path data) {
    RunSpec spec = spec();
    Dataset whole = RunData.open(spec.dataset(), data, spec.settings(), spec.variant());
    if (!whole.version().equals(spec.version())) {
      throw new RunException(
          "the data set in %s is version %s, the run was begun with %s; say where that is, or begin a new run"
              .formatted(data, whole.version(), spec.version()));
    }
    return RunData.asked(whole, spec);
  }

  /** Empty when there are none yet. Close it after use. */
  public Stream<PageRecord> pages() {
    return JsonLines.read(folder.resolve(PAGES), PageRecord.class);
  }

  /** Empty when there are none yet. Close it after use. */
  public Stream<AnswerRecord> answers() {
    return JsonLines.read(folder.resolve(ANSWERS), AnswerRecord.class);
  }

  /**
   * What the same answerer chose with no memory at all, for the same questions in the same order of
   * options; empty where answering costs money, since then it is a run of its own. Close it after
   * use.
   */
  public Stream<AnswerRecord> baseline() {
    return JsonLines.read(folder.resolve(BASELINE), AnswerRecord.class);
  }

  /** What {@link #baseline} comes to, question by question. */
  public List<VerdictRecord> baselineVerdicts(Dataset dataset) {
    Map<String, Question> questions = new LinkedHashMap<>();
    dataset.questions().forEach(question -> questions.put(question.id(), question));
    try (Stream<AnswerRecord> answers = baseline()) {
      return answers
          .flatMap(
              answer ->
                  Optional.ofNullable(questions.get(answer.question()))
                      .map(question -> Judging.ofChoice(question, answer))
                      .stream())
          .toList();
    }
  }

  /** Empty when there are none yet. Close it after use. */
  public Stream<VerdictRecord> verdicts() {
    return JsonLines.read(folder.resolve(VERDICTS), VerdictRecord.class);
  }

  private <T> T read(String name, Class<T> type) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new RunException(
          "%s has no %s; begin a run with \"bench run --out %s\"".formatted(folder, name, folder));
    }
    try {
      return RunJson.read(Files.readString(file, UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new RunException(
          "%s is damaged: %s. Begin the run in a new folder"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
