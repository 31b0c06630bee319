package dev.rapport.train.torch;

import dev.rapport.train.replica.ReplicasLaw;

/** The engine on libtorch, over Gloo. */
final class GlooReplicasLawTest extends ReplicasLaw {
  GlooReplicasLawTest() {
    super(new TorchEngines());
  }
}
