package dev.rapport.bench.dataset.prefeval;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetFormat;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.dataset.file.IndexedDataset;
import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.Spot;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.JsonPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one of PrefEval's three forms. Every preference is a person of its own; their history is
 * the conversation that reveals it, then {@code fillerTurns} turns of unrelated talk, as many as
 * the published evaluation would put there and, at seed 0, the same ones.
 *
 * <p>The published evaluation has the model under test acknowledge an explicit preference; here the
 * next message follows at once. The first option listed is the right one.
 */
public final class PrefEval implements DatasetFormat {
  private static final int PUBLISHED = 1000;

  private static final DatasetInfo INFO =
      new DatasetInfo(
          "prefeval",
          "PrefEval",
          "Zhao et al., Do LLMs Recognize Your Preferences? Evaluating Personalized Preference"
              + " Following in LLMs, ICLR 2025, arXiv 2502.09597",
          "CC BY-NC 4.0: not for commercial use",
          "The project amazon-science/PrefEval on GitHub, folder benchmark_dataset",
          List.of(
              "mcq_options/TOPIC.json (four options a question, the first is right)",
              "explicit_preference/TOPIC.json (form explicit)",
              "implicit_preference/choice-based/TOPIC.json (form choice)",
              "implicit_preference/persona-driven/TOPIC.json (form persona)",
              "filtered_inter_turns.json (316 turns of unrelated talk)"));

  @Override
  public DatasetInfo info() {
    return INFO;
  }

  @Override
  public List<Part> parts() {
    return Arrays.stream(Form.values())
        .map(
            form ->
                new Part(form.label(), DatasetOptions.DEFAULT.withForm(form.label()), PUBLISHED))
        .toList();
  }

  @Override
  public boolean holds(Path place, DatasetOptions part) {
    return Files.isDirectory(Form.named(part.form()).folder(root(place)));
  }

  @Override
  public Dataset open(Path place, DatasetOptions options) {
    Form form = Form.named(options.form());
    Path root = root(place);
    IndexedDataset.Builder builder = new IndexedDataset.Builder(INFO);
    Fillers fillers = Fillers.of(root, options);
    for (Path topic : Topics.in(form.folder(root))) {
      addTopic(builder, form, JsonFile.at(topic), root, fillers);
    }
    fillers.files().forEach(builder::file);
    return builder.build();
  }

  private static void addTopic(
      IndexedDataset.Builder builder, Form form, JsonFile file, Path root, Fillers fillers) {
    String name = Topics.name(file.path());
    JsonFile options = JsonFile.at(root.resolve("mcq_options").resolve(name + ".json"));
    builder.file(file.path());
    builder.file(options.path());
    List<Spot> items = file.elements();
    List<Spot> choices = options.elements();
    if (items.size() != choices.size()) {
      throw new DatasetException(
          "%s has %d items and %s has %d. They belong together line by line: fetch both again."
              .formatted(file.path(), items.size(), options.path(), choices.size()));
    }
    for (int i = 0; i < items.size(); i++) {
      Spot spot = items.get(i);
      String id = "%s/%d".formatted(name, i);
      JsonPlace item = file.read(spot);
      Question question = Item.question(id, name, form, item, options.read(choices.get(i)));
      String asked = question.asked().query().text();
      builder.question(question, "%s, %s".formatted(file.path(), spot.pointer()));
      builder.history(id, () -> fillers.after(asked, () -> form.revealing(file.read(spot))));
    }
  }

  private static Path root(Path place) {
    Path nested = place.resolve("benchmark_dataset");
    return Files.isDirectory(nested) ? nested : place;
  }
}
