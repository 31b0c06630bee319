package dev.rapport.train.verl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.train.TrainException;
import dev.rapport.train.run.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Writes the job folder of a training on many GPUs. */
public final class VerlExport {
  private VerlExport() {}

  /**
   * @param folder empty or new
   * @return the arithmetic of the job, as its README explains it
   * @throws TrainException when the folder holds something already
   */
  public static VerlPlan write(
      Path folder, VerlConfig config, List<VerlRow> train, List<VerlRow> test) {
    if (train.size() < config.groups()) {
      throw new TrainException(
          "%d questions to train on, a step takes %d. Give more, or fewer groups."
              .formatted(train.size(), config.groups()));
    }
    int chunks = most(train, test, row -> row.updates().size());
    int prompt = most(train, test, VerlRow::promptTokens);
    VerlPlan plan = VerlPlan.of(config, chunks, prompt, train.size());
    try {
      refuseFull(folder);
      data(folder, "train", train);
      data(folder, "test", test);
      Plugin.write(folder.resolve("plugin"), config);
      Path launch = folder.resolve("launch.sh");
      Files.writeString(launch, VerlLaunch.script(config, plan));
      if (!launch.toFile().setExecutable(true)) {
        throw new TrainException("cannot make %s executable".formatted(launch));
      }
      Files.writeString(folder.resolve("README.md"), VerlReadme.text(config, plan, train.size()));
      JsonFile.write(folder.resolve("manifest.json"), manifest(config, plan));
    } catch (IOException e) {
      throw new TrainException("cannot write %s: %s".formatted(folder, e.getMessage()), e);
    }
    return plan;
  }

  private static int most(List<VerlRow> train, List<VerlRow> test, ToIntFunction<VerlRow> what) {
    return Stream.concat(train.stream(), test.stream()).mapToInt(what).max().orElse(1);
  }

  private static void refuseFull(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new TrainException("%s is not empty. Name a new folder.".formatted(folder));
        }
      }
    }
  }

  private static void data(Path folder, String name, List<VerlRow> rows) throws IOException {
    Files.createDirectories(folder.resolve("data/contexts"));
    var lines = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      VerlRow row = rows.get(i);
      String context = "data/contexts/%s-%06d.json".formatted(name, i);
      JsonFile.write(
          folder.resolve(context), ordered("updates", row.updates(), "answer", row.answer()));
      lines.add(JsonFile.text(line(row, i, context), false));
    }
    Files.write(folder.resolve("data").resolve(name + ".jsonl"), lines);
  }

  /** A history stays out of the row: verl copies every column into each of its outputs. */
  private static Map<String, Object> line(VerlRow row, int index, String context) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("prompt", List.of(ordered("role", "user", "content", row.question())));
    line.put("data_source", "rapport");
    line.put("ability", "personalization");
    line.put("reward_model", ordered("style", "rule", "ground_truth", row.letter()));
    Map<String, Object> info = ordered("index", index, "id", row.id());
    info.put("options", row.options());
    line.put("extra_info", info);
    line.put("agent_name", "rapport");
    line.put("context", context);
    return line;
  }

  private static Map<String, Object> ordered(String a, Object x, String b, Object y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }

  private static Map<String, Object> manifest(VerlConfig config, VerlPlan plan) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("engine", "verl 0.9");
    manifest.put("variant", variant(config));
    manifest.put("config", config);
    manifest.put("plan", plan);
    return manifest;
  }

  /**
   * Steps of a job.
   *
   * @throws TrainException when the folder is none that was written here
   */
  public static int steps(Path folder) {
    JsonNode steps =
        JsonFile.read(folder.resolve("manifest.json"), JsonNode.class).at("/plan/stepsPerEpoch");
    if (!steps.isInt() || !Files.isRegularFile(folder.resolve("launch.sh"))) {
      throw new TrainException("%s is no folder of a job".formatted(folder));
    }
    return steps.intValue();
  }

  static String variant(VerlConfig config) {
    return config.queryAware() ? "query-aware" : "blind";
  }
}
