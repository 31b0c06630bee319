package dev.rapport.bench.dataset.locomo;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetFormat;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.dataset.file.IndexedDataset;
import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.Spot;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code locomo10.json} or any list of its samples.
 *
 * <p>Two people talk and no assistant. Questions are asked of both, so both are heard as users,
 * each message beginning with the speaker's name as in {@code "Ana: Hello!"}. Sessions are
 * conversations with their times; of a photo, its published caption stands in brackets. Summaries,
 * observations and events, which annotators and models wrote, are not read.
 */
public final class Locomo implements DatasetFormat {
  private static final int PUBLISHED = 1986;

  private static final DatasetInfo INFO =
      new DatasetInfo(
          "locomo",
          "LoCoMo",
          "Maharana et al., Evaluating Very Long-Term Conversational Memory of LLM Agents, ACL 2024,"
              + " arXiv 2402.17753",
          "CC BY-NC 4.0: not for commercial use",
          "The project snap-research/LoCoMo on GitHub, folder data",
          List.of("locomo*.json (10 conversations, 1,986 questions)"));

  @Override
  public DatasetInfo info() {
    return INFO;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("conversations", DatasetOptions.DEFAULT, PUBLISHED));
  }

  @Override
  public boolean holds(Path place, DatasetOptions part) {
    return !files(place).isEmpty();
  }

  @Override
  public Dataset open(Path place, DatasetOptions options) {
    List<Path> files = files(place);
    if (files.size() != 1) {
      throw new DatasetException(
          "%s has %d files locomo*.json. %s"
              .formatted(
                  place,
                  files.size(),
                  files.isEmpty() ? "Put locomo10.json there." : "Name one of " + files + "."));
    }
    JsonFile file = JsonFile.at(files.getFirst());
    IndexedDataset.Builder builder = new IndexedDataset.Builder(INFO);
    builder.file(file.path());
    for (Spot spot : file.elements()) {
      add(builder, file, spot);
    }
    return builder.build();
  }

  private static void add(IndexedDataset.Builder builder, JsonFile file, Spot spot) {
    Sample sample = Sample.read(file.read(spot));
    if (builder.hasHistory(sample.id())) {
      throw new DatasetException(
          "%s, %s: sample_id \"%s\" is there twice. Give each its own."
              .formatted(file.path(), spot.pointer(), sample.id()));
    }
    for (Question question : sample.questions()) {
      builder.question(question, "%s, %s".formatted(file.path(), spot.pointer()));
    }
    if (!sample.nowhere().isEmpty()) {
      builder.note(
          "%s: evidence %s names no message and is left out."
              .formatted(sample.id(), sample.nowhere()));
    }
    builder.history(
        sample.id(), () -> Stream.of(spot).flatMap(at -> Sample.read(file.read(at)).messages()));
  }

  private static List<Path> files(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw new DatasetException(
          "%s is not there. Name the folder with locomo10.json, or the file.".formatted(place));
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("(?i)locomo[^.]*\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DatasetException("%s cannot be read: %s".formatted(place, e.getMessage()), e);
    }
  }
}
