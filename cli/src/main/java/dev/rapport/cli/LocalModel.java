package dev.rapport.cli;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.train.TrainException;
import dev.rapport.train.serve.EngineModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model's folder on this machine, computed in this process. Weights are read at the first call,
 * so that commands that only look at a page do not wait for them.
 */
final class LocalModel implements LanguageModel {
  static final String PREFIX = "local:";

  private final Path folder;
  private @Nullable LanguageModel loaded;

  private LocalModel(Path folder) {
    this.folder = folder;
  }

  static LocalModel at(Path folder) {
    return new LocalModel(checked(folder, "model " + PREFIX + folder));
  }

  /**
   * A folder that may hold a model.
   *
   * @param asked how it was asked for, to be told if it cannot
   */
  static Path checked(Path folder, String asked) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "%s: there is no such folder; give one with config.json, safetensors and a tokenizer"
              .formatted(asked));
    }
    if (!Files.isRegularFile(folder.resolve("config.json"))) {
      throw new UsageException(
          "%s: the folder has no config.json; give a model in Hugging Face's layout"
              .formatted(asked));
    }
    return folder;
  }

  @Override
  public String name() {
    return PREFIX + folder.getFileName();
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    return engine().chat(request);
  }

  private synchronized LanguageModel engine() {
    LanguageModel engine = loaded;
    if (engine == null) {
      engine = load();
      loaded = engine;
    }
    return engine;
  }

  private LanguageModel load() {
    TrainJdk.require("a model in this process");
    try {
      return EngineModel.load(folder, Runtime.getRuntime().availableProcessors());
    } catch (TrainException e) {
      throw new ModelException(
          ModelException.Kind.MISCONFIGURED, String.valueOf(e.getMessage()), e);
    }
  }
}
