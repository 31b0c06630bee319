package dev.rapport.data.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.data.DatasetException;
import dev.rapport.data.personamem.BenchmarkWriter;
import dev.rapport.data.personamem.RawPersona;
import dev.rapport.data.sample.Filler;
import dev.rapport.text.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds a data set in PersonaMem-v2's layout (arXiv 2512.06688): raw personas, chat histories
 * padded to a size, tables of questions split by persona, and a table of counterfactual twins.
 *
 * <p>Where the reference's own builder differs: conversations stay whole, orders are seeded,
 * updates always come after what they change, no history is above its size, questions on private
 * data are kept, and no persona is in two splits.
 */
public final class DatasetBuild {
  private static final int NAMED = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PersonaFiles personas;
  private final List<CountedFiller> fillers;
  private final TokenCounter counter;

  private DatasetBuild(PersonaFiles personas, List<CountedFiller> fillers, TokenCounter counter) {
    this.personas = personas;
    this.fillers = fillers;
    this.counter = counter;
  }

  /**
   * @param counter the published files are counted with o200k
   */
  public static DatasetBuild of(PersonaFiles personas, List<Filler> fillers, TokenCounter counter) {
    return new DatasetBuild(
        personas,
        fillers.stream().map(filler -> CountedFiller.of(filler, counter)).toList(),
        counter);
  }

  /**
   * Builds into a folder that does not exist, is empty, or may be replaced.
   *
   * @throws DatasetException if a persona file is at fault, conversations do not fit into the size
   *     (all such personas are named), or the folder cannot be written
   */
  public BuildReport run(BuildSpec spec, Path folder, boolean replace, BuildProgress progress) {
    TargetFolder target = TargetFolder.at(folder, replace);
    try {
      Path root = target.start();
      try {
        BuildReport report = write(root, spec, progress);
        JsonNode about = MAPPER.valueToTree(report);
        Files.writeString(root.resolve(Layout.ABOUT), RawPersona.pretty(about) + "\n");
        target.finish();
        return report;
      } finally {
        target.abandon();
      }
    } catch (IOException e) {
      throw new DatasetException(
          "%s cannot be written (%s). Check the folder, its rights and the room on the disk."
              .formatted(folder, e),
          e);
    }
  }

  private BuildReport write(Path root, BuildSpec spec, BuildProgress progress) throws IOException {
    List<Integer> numbers = personas.numbers();
    PersonaWriter writer = new PersonaWriter(root, spec, counter, fillers);
    checkRoom(writer, numbers, spec, progress);
    Map<Integer, Split> splits = Split.of(numbers, personas.isSample(), spec.seed());
    Files.createDirectories(root.resolve(Layout.BENCHMARK).getParent());
    Map<Split, BenchmarkWriter> tables = new EnumMap<>(Split.class);
    Tally tally = new Tally();
    try (BenchmarkWriter twins =
        BenchmarkWriter.to(root.resolve(Layout.TWINS), Rows.TWIN_COLUMNS)) {
      for (Split split : Split.values()) {
        tables.put(split, BenchmarkWriter.to(root.resolve(split.table()), List.of()));
      }
      int done = 0;
      for (int number : numbers) {
        progress.update(numbers.size() + done++, numbers.size() * 2L, "writing persona " + number);
        Split split = splits.getOrDefault(number, Split.TRAIN);
        BenchmarkWriter table = tables.get(split);
        if (table != null) {
          writer.write(personas.load(number), split, table, twins, tally);
        }
      }
    } finally {
      tables.values().forEach(BenchmarkWriter::close);
    }
    BuildReport counted = tally.report(spec, counter.name(), "");
    if (counted.twinSets() == 0) {
      Files.delete(root.resolve(Layout.TWINS));
    }
    return tally.report(spec, counter.name(), Digest.of(root));
  }

  private void checkRoom(
      PersonaWriter writer, List<Integer> numbers, BuildSpec spec, BuildProgress progress) {
    List<NoRoomException> faults = new ArrayList<>();
    int done = 0;
    for (int number : numbers) {
      progress.update(done++, numbers.size() * 2L, "measuring persona " + number);
      try {
        writer.plan(personas.load(number));
      } catch (NoRoomException e) {
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      throw noRoom(faults, spec, numbers.size());
    }
  }

  private static DatasetException noRoom(
      List<NoRoomException> faults, BuildSpec spec, int personas) {
    return new DatasetException(
        "%d of %d personas have questions that rest on more than %,d tokens of conversations: %s%s. Give at least %,d context tokens, or leave them out."
            .formatted(
                faults.size(),
                personas,
                spec.contextTokens(),
                faults.stream()
                    .limit(NAMED)
                    .map(NoRoomException::words)
                    .collect(Collectors.joining(", ")),
                faults.size() > NAMED ? ", ..." : "",
                faults.stream().mapToLong(NoRoomException::needed).max().orElse(0)));
  }
}
