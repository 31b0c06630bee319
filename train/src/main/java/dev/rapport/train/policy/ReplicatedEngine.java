package dev.rapport.train.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An engine that does its replica's share of every batch. What all of them wrote and scored is told
 * to each, so that an algorithm sees the whole batch everywhere and computes the whole loss, with
 * one denominator; only the gradient of its own rows goes into the weights' gradient, and these are
 * added up before the step. So all replicas take the same steps, bit for bit.
 */
final class ReplicatedEngine extends EngineAround {
  private final Replicas replicas;

  private ReplicatedEngine(PolicyEngine engine, Replicas replicas) {
    super(engine);
    this.replicas = replicas;
  }

  static PolicyEngine of(PolicyEngine engine, Replicas replicas) {
    return replicas.size() == 1 ? engine : new ReplicatedEngine(engine, replicas);
  }

  @Override
  public List<Generated> generate(List<Prompt> prompts, Sampling sampling) {
    Share share =
        Share.of(
            replicas,
            prompts.stream().mapToLong(one -> (long) one.tokens().length + one.limit()).toArray());
    var rows = new double[prompts.size()][0];
    if (!share.isEmpty()) {
      List<Generated> written = engine.generate(share.of(prompts), sampling);
      for (int i = 0; i < written.size(); i++) {
        rows[share.from() + i] = numbers(written.get(i));
      }
    }
    return Arrays.stream(told(rows)).map(ReplicatedEngine::generated).toList();
  }

  @Override
  public float[][] logProbs(List<Sequence> batch, double temperature) {
    Share share = share(batch);
    var rows = new double[batch.size()][0];
    if (!share.isEmpty()) {
      float[][] scores = engine.logProbs(share.of(batch), temperature);
      for (int i = 0; i < scores.length; i++) {
        rows[share.from() + i] = doubles(scores[i]);
      }
    }
    return Arrays.stream(told(rows)).map(ReplicatedEngine::floats).toArray(float[][]::new);
  }

  @Override
  public double accumulate(List<Sequence> batch, double temperature, LossGradient loss) {
    Share share = share(batch);
    var rows = new double[batch.size()][0];
    var losses = new double[batch.size()];
    if (!share.isEmpty()) {
      engine.accumulate(
          share.of(batch),
          temperature,
          (row, logProbs, gradient) -> {
            int place = share.from() + row;
            rows[place] = doubles(logProbs);
            losses[place] = loss.apply(place, logProbs, gradient);
            return losses[place];
          });
    }
    double[][] scores = told(rows);
    for (int row = 0; row < losses.length; row++) {
      if (row < share.from() || row >= share.to()) {
        losses[row] = loss.apply(row, floats(scores[row]), new float[scores[row].length]);
      }
    }
    return Arrays.stream(losses).reduce(0, Double::sum); // row by row, as one process adds them up
  }

  private Share share(List<Sequence> batch) {
    return Share.of(replicas, batch.stream().mapToLong(one -> one.tokens().length).toArray());
  }

  /** Everyone's rows, of which each replica brings its own; those of others are empty here. */
  private double[][] told(double[][] own) {
    double[] lengths = Arrays.stream(own).mapToDouble(row -> row.length).toArray();
    replicas.sum(lengths);
    var all = new double[(int) Arrays.stream(lengths).sum()];
    int at = 0;
    for (int row = 0; row < own.length; row++) {
      System.arraycopy(own[row], 0, all, at, own[row].length);
      at += (int) lengths[row];
    }
    replicas.sum(all);
    var rows = new double[own.length][];
    int from = 0;
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, from, from + (int) lengths[row]);
      from += (int) lengths[row];
    }
    return rows;
  }

  /**
   * Whether it stopped, its tokens, their log-probabilities; all of these are exact in a double.
   */
  private static double[] numbers(Generated written) {
    int n = written.tokens().length;
    var numbers = new double[1 + 2 * n];
    numbers[0] = written.stopped() ? 1 : 0;
    for (int i = 0; i < n; i++) {
      numbers[1 + i] = written.tokens()[i];
      numbers[1 + n + i] = written.logProbs()[i];
    }
    return numbers;
  }

  private static Generated generated(double[] numbers) {
    int n = numbers.length / 2;
    return new Generated(
        IntStream.range(0, n).map(i -> (int) numbers[1 + i]).toArray(),
        floats(Arrays.copyOfRange(numbers, 1 + n, numbers.length)),
        numbers[0] == 1);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public StepReport step(StepConfig config) {
    engine.changeGradient(replicas::sum);
    return engine.step(config);
  }

  @Override
  public PolicyEngine freeze() {
    return new ReplicatedEngine(engine.freeze(), replicas);
  }
}
