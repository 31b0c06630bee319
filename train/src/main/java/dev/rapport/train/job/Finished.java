package dev.rapport.train.job;

import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.tokenizer.Tokenizer;
import java.nio.file.Path;

/** What a run leaves behind. */
final class Finished {
  private Finished() {}

  /** A model's folder as any other: adapters are added in, the tokenizer is copied. */
  static Path save(Path folder, PolicyEngine policy, Tokenizer tokenizer) {
    Path model = folder.resolve("model");
    tokenizer.save(model);
    policy.save(model);
    return model;
  }
}
