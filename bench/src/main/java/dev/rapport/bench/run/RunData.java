package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Datasets;
import dev.rapport.bench.dataset.History;
import dev.rapport.bench.dataset.Question;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Opens the part of a data set that a run's settings name. */
public final class RunData {
  private static final String SIZE = "size";
  private static final String SPLIT = "split";
  private static final String MODALITY = "modality";
  private static final String FORM = "form";
  private static final String FILLER_TURNS = "filler-turns";

  private RunData() {}

  /** The settings that say so, as a spec holds them. */
  public static SequencedMap<String, String> settings(DatasetOptions options) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    settings.put(SIZE, options.size());
    settings.put(SPLIT, options.split());
    settings.put(MODALITY, options.modality());
    settings.put(FORM, options.form());
    settings.put(FILLER_TURNS, Integer.toString(options.fillerTurns()));
    return settings;
  }

  /**
   * Opens all of it.
   *
   * @throws IllegalArgumentException if there is no such data set or part
   * @throws dev.rapport.data.DatasetException if its files are not as they must be
   */
  public static Dataset open(
      String name, Path data, Map<String, String> settings, Variant variant) {
    DatasetOptions usual = DatasetOptions.DEFAULT;
    return Datasets.open(
        name + ":" + data,
        usual
            .withSize(settings.getOrDefault(SIZE, usual.size()))
            .withSplit(settings.getOrDefault(SPLIT, usual.split()))
            .withModality(settings.getOrDefault(MODALITY, usual.modality()))
            .withForm(settings.getOrDefault(FORM, usual.form()))
            .withFillerTurns(
                Integer.parseInt(
                    settings.getOrDefault(FILLER_TURNS, Integer.toString(usual.fillerTurns()))))
            .withPersonaInContext(variant == Variant.PERSONA_IN_CONTEXT));
  }

  static Dataset asked(Dataset whole, RunSpec spec) {
    List<Question> questions =
        Plan.of(whole, spec.mode(), spec.limit()).asks().stream()
            .map(Ask::question)
            .distinct()
            .toList();
    return new Asked(whole, questions);
  }

  /** Some of the questions. */
  private record Asked(Dataset whole, List<Question> questions) implements Dataset {
    @Override
    public DatasetInfo info() {
      return whole.info();
    }

    @Override
    public String version() {
      return whole.version();
    }

    @Override
    public List<String> notes() {
      return whole.notes();
    }

    @Override
    public History history(String id) {
      return whole.history(id);
    }
  }
}
