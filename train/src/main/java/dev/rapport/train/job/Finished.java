package dev.rapport.train.job;

import dev.rapport.train.model.Successor;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.run.Folders;
import java.nio.file.Path;

/** What a run leaves behind. */
final class Finished {
  private Finished() {}

  static Path model(Path folder) {
    return folder.resolve("model");
  }

  /** A model's folder like the one it started from; adapters are added in. */
  static Path save(Path folder, Path start, PolicyEngine policy) {
    Path model = model(folder);
    Path learned = folder.resolve("learned");
    policy.save(learned);
    Successor.write(start, learned, model);
    Folders.delete(learned);
    return model;
  }
}
