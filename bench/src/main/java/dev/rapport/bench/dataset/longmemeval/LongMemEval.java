package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetFormat;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.file.IndexedDataset;
import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.JsonWalk;
import dev.rapport.bench.dataset.file.MessageCursor;
import dev.rapport.bench.dataset.file.Spot;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads {@code longmemeval_s.json}, {@code _m.json} and {@code _oracle.json}.
 *
 * <p>Opening walks the file once and keeps, of each history, only where its sessions begin. The
 * marks {@code has_answer} and the names of sessions, which give the evidence away, stay out of
 * histories; sessions come in the order of their dates, which the oracle file does not keep.
 */
public final class LongMemEval implements DatasetFormat {
  private static final int PUBLISHED = 500;

  private static final DatasetInfo INFO =
      new DatasetInfo(
          "longmemeval",
          "LongMemEval",
          "Wu et al., LongMemEval: Benchmarking Chat Assistants on Long-Term Interactive Memory,"
              + " ICLR 2025, arXiv 2410.10813",
          "MIT",
          "The project xiaowu0162/LongMemEval: data set longmemeval (or longmemeval-cleaned) on"
              + " Hugging Face",
          List.of(
              "longmemeval_s*.json (about 115k tokens a history)",
              "longmemeval_m*.json (about 500 sessions a history, 2.7 GB)",
              "longmemeval_oracle*.json (evidence sessions only)"));

  @Override
  public DatasetInfo info() {
    return INFO;
  }

  @Override
  public List<Part> parts() {
    return LongMemEvalFile.SIZES.stream().map(LongMemEval::part).toList();
  }

  private static Part part(String size) {
    return new Part(size, DatasetOptions.DEFAULT.withSize(size), PUBLISHED);
  }

  @Override
  public boolean holds(Path place, DatasetOptions part) {
    return LongMemEvalFile.in(place).stream().anyMatch(file -> file.mayBe(part.size()));
  }

  @Override
  public Dataset open(Path place, DatasetOptions options) {
    LongMemEvalFile found = LongMemEvalFile.find(place, options.size());
    JsonFile file = JsonFile.at(found.path());
    IndexedDataset.Builder builder = new IndexedDataset.Builder(INFO);
    builder.file(found.path());
    try (JsonWalk walk = file.walk(Spot.START)) {
      walk.enterList();
      while (walk.nextElement()) {
        String at = "%s, %s".formatted(found.path(), walk.spot().pointer());
        Instance instance = InstanceReader.read(walk, found.size());
        builder.question(instance.question(), at);
        builder.history(
            instance.question().history(),
            () -> MessageCursor.stream(() -> new SessionCursor(file, instance.sessions())));
      }
      walk.end();
    }
    return builder.build();
  }
}
