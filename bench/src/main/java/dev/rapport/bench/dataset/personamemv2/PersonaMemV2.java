package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetFormat;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.data.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table of PersonaMem-v2 and the histories it links to; sample sets built in the same
 * layout too. The right answer is option 0, the wrong ones follow in the file's order.
 *
 * <p>The leading system message of a history holds the gold persona and is left out. Of messages
 * with images the text is used.
 */
public final class PersonaMemV2 implements DatasetFormat {
  private static final DatasetInfo INFO =
      new DatasetInfo(
          "personamem-v2",
          "PersonaMem-v2",
          "Jiang et al., PersonaMem-v2: Towards Personalized Intelligence via Learning Implicit User"
              + " Personas and Agentic Memory, arXiv 2512.06688",
          "CC BY 4.0",
          "The data set bowen-upenn/PersonaMem-v2 on Hugging Face; or build a sample of the same"
              + " layout with \"rapport data build\"",
          List.of(
              "benchmark/text/benchmark.csv, train.csv, val.csv (5,000, 18,549, 2,061 rows)",
              "benchmark/multimodal/benchmark.csv, train.csv, val.csv",
              "data/chat_history_32k/*.json, data/chat_history_128k/*.json",
              "data/chat_history_multimodal_32k/*.json, data/chat_history_multimodal_128k/*.json",
              "benchmark/text/twins.csv (in samples of ours: counterfactual twins)"));

  @Override
  public DatasetInfo info() {
    return INFO;
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (String modality : Tables.MODALITIES) {
      for (String split : Tables.SPLITS) {
        for (String size : Size.labels()) {
          parts.add(
              new Part(
                  "%s, %s, %s".formatted(modality, split, size),
                  DatasetOptions.DEFAULT.withModality(modality).withSplit(split).withSize(size),
                  published(modality, split)));
        }
      }
    }
    return parts;
  }

  private static int published(String modality, String split) {
    if (!modality.equals("text")) {
      return 0;
    }
    return switch (split) {
      case "benchmark" -> 5_000;
      case "train" -> 18_549;
      case "val" -> 2_061;
      default -> 0;
    };
  }

  @Override
  public boolean holds(Path place, DatasetOptions part) {
    Path table = Tables.of(place, part);
    try {
      return Files.isRegularFile(table) && Size.of(part.size(), table).isIn(table);
    } catch (DatasetException e) {
      // A broken table is there all the same; opening it tells what is wrong.
      return true;
    }
  }

  @Override
  public Dataset open(Path place, DatasetOptions options) {
    Path table = Tables.existing(place, options);
    return new TableReader(place, table, Size.of(options.size(), table), options).read(INFO);
  }
}
