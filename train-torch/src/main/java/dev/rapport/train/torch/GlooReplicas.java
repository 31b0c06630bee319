package dev.rapport.train.torch;

import dev.rapport.train.ReplicaLostException;
import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Replicas;
import dev.rapport.train.policy.Seat;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleArrayRef;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Sums by Gloo, torch.distributed's backend for processors. It asks nobody who they are: for
 * networks that are trusted.
 */
final class GlooReplicas implements Replicas {
  private final Seat seat;
  private final TorchWorkers worker;
  private final GlooMeeting meeting;
  private final ProcessGroupGloo group;

  private GlooReplicas(
      Seat seat, TorchWorkers worker, GlooMeeting meeting, ProcessGroupGloo group) {
    this.seat = seat;
    this.worker = worker;
    this.meeting = meeting;
    this.group = group;
  }

  /** As {@link dev.rapport.train.policy.Engines#join}. */
  static GlooReplicas join(Seat seat, IntConsumer listening) {
    TorchRuntime.prepare();
    var worker = new TorchWorkers(1);
    GlooMeeting meeting = GlooMeeting.open(seat, worker);
    return new GlooReplicas(seat, worker, meeting, meeting.group(listening));
  }

  @Override
  public int rank() {
    return seat.rank();
  }

  @Override
  public int size() {
    return seat.size();
  }

  @Override
  public void sum(float[] values) {
    if (values.length > 0) {
      told(
          () -> {
            Tensor tensor = torch.tensor(values);
            sum(tensor);
            tensor.data_ptr_float().get(values);
          });
    }
  }

  @Override
  public void sum(double[] values) {
    if (values.length > 0) {
      told(
          () -> {
            Tensor tensor =
                torch.tensor(new DoubleArrayRef(new DoublePointer(values), values.length));
            sum(tensor);
            tensor.data_ptr_double().get(values);
          });
    }
  }

  private void sum(Tensor tensor) {
    group.allreduce(new TensorVector(tensor))._wait();
  }

  private void told(Runnable exchange) {
    try {
      worker.first(
          () -> {
            try (var scope = new PointerScope()) {
              Scopes.used(scope);
              exchange.run();
            }
            return true;
          });
    } catch (TrainException e) {
      throw new ReplicaLostException(
          "another replica is gone (%s), so replica %d stops too. Start all of them again: they go on from the newest checkpoint."
              .formatted(GlooMeeting.plain(e), seat.rank()),
          e);
    }
  }

  @Override
  public void close() {
    worker.first(
        () -> {
          group.close();
          meeting.close();
          return true;
        });
    worker.close();
  }
}
