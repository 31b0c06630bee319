package dev.rapport.train.verl;

import dev.rapport.train.TrainException;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.model.Safetensors;
import dev.rapport.train.model.TensorShapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a job left: a model in Hugging Face's layout. */
public final class VerlCheckpoint {
  private VerlCheckpoint() {}

  /**
   * Copies the weights of the newest checkpoint, and what belongs to them, and looks whether they
   * are whole.
   *
   * @param job its folder
   * @param model where the model goes; empty, or made
   * @return the step it was saved at
   */
  public static int take(Path job, Path model) {
    int step = newest(job.resolve("checkpoints"));
    Path from =
        job.resolve("checkpoints").resolve("global_step_" + step).resolve("actor/huggingface");
    List<Path> files = files(from);
    if (files.stream().noneMatch(file -> file.toString().endsWith(".safetensors"))) {
      throw new TrainException(
          "%s has no safetensors. Save with hf_model among the checkpoint's contents, as launch.sh does, or merge the shards with verl.model_merger."
              .formatted(from));
    }
    try {
      Files.createDirectories(model);
      if (!files(model).isEmpty()) {
        throw new TrainException("%s is not empty. Name a new folder.".formatted(model));
      }
      for (Path file : files) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new TrainException("cannot copy %s to %s: %s".formatted(from, model, e), e);
    }
    check(model);
    return step;
  }

  private static void check(Path model) {
    ModelConfig config = ModelConfig.read(model);
    try (Safetensors weights = Safetensors.open(model)) {
      TensorShapes.of(config).forEach(weights::require);
    }
  }

  private static int newest(Path checkpoints) {
    return files(checkpoints).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches("global_step_\\d+"))
        .mapToInt(name -> Integer.parseInt(name.substring("global_step_".length())))
        .max()
        .orElseThrow(() -> new TrainException("%s holds no global_step_N".formatted(checkpoints)));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new TrainException(
          "cannot read %s: %s. Is it the folder of a finished job?".formatted(folder, e), e);
    }
  }
}
