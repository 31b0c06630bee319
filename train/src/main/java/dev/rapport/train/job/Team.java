package dev.rapport.train.job;

import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.TimedEngine;
import dev.rapport.train.run.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.zip.CRC32;

/** The processes of a run: one keeps its folder, the others do their share of the work. */
public final class Team {
  private final Replicas replicas;

  public Team(Replicas replicas) {
    this.replicas = replicas;
  }

  /**
   * Freezes the spec of a run, and sees that all were given the same.
   *
   * @throws TrainException when the folder holds another, or somebody was given another
   */
  public <T> void keep(Path folder, T spec, Class<T> type) {
    if (replicas.leads()) {
      Frozen.keep(folder, spec, type);
    }
    agree("spec", spec.toString());
  }

  /**
   * Makes what is left of a stage, and leaves report and model in its folder.
   *
   * @param start the model's folder
   */
  <M> Path run(
      Stage stage,
      Path start,
      TimedEngine policy,
      LongFunction<M> work,
      Stage.Listener<M> listener) {
    agree("checkpoint", "of step " + stage.begun());
    if (replicas.leads()) {
      stage.run(policy, work, listener);
      RunReport.write(stage.folder());
      return Finished.save(stage.folder(), start, policy);
    }
    stage.follow(policy, work);
    return Finished.model(stage.folder());
  }

  private void agree(String what, String mine) {
    var digest = new CRC32();
    digest.update(mine.getBytes(StandardCharsets.UTF_8));
    var told = new double[replicas.size()];
    told[replicas.rank()] = digest.getValue();
    replicas.sum(told);
    for (int rank = 1; rank < told.length; rank++) {
      if (told[rank] != told[0]) {
        throw new TrainException(
            "replica %d has another %s than replica 0; here, on replica %d, it is: %s. Start all with the same options, over the same files at the same places."
                .formatted(rank, what, replicas.rank(), mine));
      }
    }
  }
}
