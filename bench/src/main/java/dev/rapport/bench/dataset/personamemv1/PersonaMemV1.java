package dev.rapport.bench.dataset.personamemv1;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetFormat;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.dataset.file.IndexedDataset;
import dev.rapport.bench.dataset.file.MessageCursor;
import dev.rapport.data.DatasetException;
import dev.rapport.data.table.CsvRow;
import dev.rapport.data.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads {@code questions_SIZE.csv} and {@code shared_contexts_SIZE.jsonl}. A history is what stands
 * before {@code end_index_in_shared_context}; system messages in it, which hold the persona, count
 * for the index but are left out. The data set marks no evidence and publishes answers as options
 * only, so an answer in words is held against the right option's text.
 */
public final class PersonaMemV1 implements DatasetFormat {
  private static final List<String> SIZES = List.of("32k", "128k", "1M");
  private static final int PUBLISHED_32K = 589;

  private static final DatasetInfo INFO =
      new DatasetInfo(
          "personamem-v1",
          "PersonaMem",
          "Jiang et al., Know Me, Respond to Me: Benchmarking LLMs for Dynamic User Profiling and"
              + " Personalized Responses at Scale, COLM 2025, arXiv 2504.14225",
          "MIT",
          "The data set bowen-upenn/PersonaMem on Hugging Face",
          List.of(
              "questions_32k.csv, questions_128k.csv, questions_1M.csv",
              "shared_contexts_32k.jsonl, shared_contexts_128k.jsonl, shared_contexts_1M.jsonl"));

  @Override
  public DatasetInfo info() {
    return INFO;
  }

  @Override
  public List<Part> parts() {
    return SIZES.stream()
        .map(
            size ->
                new Part(
                    size,
                    DatasetOptions.DEFAULT.withSize(size),
                    size.equals("32k") ? PUBLISHED_32K : 0))
        .toList();
  }

  @Override
  public boolean holds(Path place, DatasetOptions part) {
    return Files.isRegularFile(questions(place, part.size()))
        || Files.isRegularFile(contexts(place, part.size()));
  }

  @Override
  public Dataset open(Path place, DatasetOptions options) {
    String size = size(place, options);
    Path table = questions(place, size);
    CsvTable rows = CsvTable.at(table);
    SharedContexts contexts = SharedContexts.index(contexts(place, size));
    IndexedDataset.Builder builder = new IndexedDataset.Builder(INFO);
    builder.file(table);
    builder.file(contexts.path());
    rows.forEach(
        QuestionRow.COLUMNS,
        row -> add(builder, contexts, QuestionRow.read(row, size), row, options));
    return builder.build();
  }

  private static void add(
      IndexedDataset.Builder builder,
      SharedContexts contexts,
      QuestionRow read,
      CsvRow row,
      DatasetOptions options) {
    Question question = read.question();
    contexts.require(read.context(), read.end(), row);
    builder.question(question, "%s, row %d".formatted(row.file(), row.number()));
    if (!builder.hasHistory(question.history())) {
      builder.history(
          question.history(),
          () ->
              MessageCursor.stream(
                  () -> contexts.open(read.context(), read.end(), options.personaInContext())));
    }
  }

  private static String size(Path place, DatasetOptions options) {
    if (!options.size().isEmpty() && !SIZES.contains(options.size())) {
      throw new IllegalArgumentException(
          "size \"%s\" of personamem-v1; it is one of %s".formatted(options.size(), SIZES));
    }
    if (!options.size().isEmpty()) {
      return options.size();
    }
    return SIZES.stream()
        .filter(size -> Files.isRegularFile(questions(place, size)))
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    "%s has no questions_32k.csv, _128k or _1M. Put the published files there."
                        .formatted(place)));
  }

  private static Path questions(Path place, String size) {
    return place.resolve("questions_%s.csv".formatted(size));
  }

  private static Path contexts(Path place, String size) {
    return place.resolve("shared_contexts_%s.jsonl".formatted(size));
  }
}
