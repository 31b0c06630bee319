package dev.rapport.train.policy;

import dev.rapport.train.model.ModelConfig;
import java.nio.file.Path;

/**
 * Makes engines of one kind. One that lives in a module of its own is found as a service, because
 * whoever wires cannot name what may not be there.
 */
public interface Engines {
  /** As it is asked for: "java", "torch". */
  String name();

  /**
   * Loads a model's folder in Hugging Face's layout.
   *
   * @throws dev.rapport.train.TrainException when it cannot, or cannot work as asked
   */
  PolicyEngine load(Path folder, EngineConfig how);

  /** A model that has learned nothing; the same weights for a seed in every kind of engine. */
  PolicyEngine random(ModelConfig config, long seed, EngineConfig how);
}
