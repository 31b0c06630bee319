package dev.rapport.train.policy;

import dev.rapport.train.model.ModelConfig;
import java.nio.file.Path;
import java.util.function.IntConsumer;

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

  /**
   * Takes a seat among the processes of a run, and waits until all are there.
   *
   * @param listening hears the port as soon as others may come; called on the first seat alone
   * @throws dev.rapport.train.ReplicaLostException when one did not come
   */
  Replicas join(Seat seat, IntConsumer listening);

  /** A model that has learned nothing; the same weights for a seed in every kind of engine. */
  PolicyEngine random(ModelConfig config, long seed, EngineConfig how);
}
