package dev.rapport.train.policy;

import java.util.List;
import java.util.function.LongSupplier;

/** Another engine, and how fast it works. */
public final class TimedEngine extends EngineAround {
  private final LongSupplier nanos;
  private Speed speed = Speed.NONE;

  /**
   * @param nanos a clock; it changes nothing that the engine does
   */
  public TimedEngine(PolicyEngine engine, LongSupplier nanos) {
    super(engine);
    this.nanos = nanos;
  }

  /** Since it was asked last. */
  public Speed take() {
    Speed taken = speed;
    speed = Speed.NONE;
    return taken;
  }

  @Override
  public List<Generated> generate(List<Prompt> prompts, Sampling sampling) {
    long start = nanos.getAsLong();
    List<Generated> replies = engine.generate(prompts, sampling);
    long tokens = replies.stream().mapToLong(reply -> reply.tokens().length).sum();
    speed = speed.and(new Speed(tokens, nanos.getAsLong() - start, 0, 0));
    return replies;
  }

  @Override
  public float[][] logProbs(List<Sequence> batch, double temperature) {
    return engine.logProbs(batch, temperature);
  }

  @Override
  public double accumulate(List<Sequence> batch, double temperature, LossGradient loss) {
    long start = nanos.getAsLong();
    double sum = engine.accumulate(batch, temperature, loss);
    long tokens = batch.stream().mapToLong(sequence -> sequence.tokens().length).sum();
    speed = speed.and(new Speed(0, 0, tokens, nanos.getAsLong() - start));
    return sum;
  }

  @Override
  public StepReport step(StepConfig config) {
    long start = nanos.getAsLong();
    StepReport report = engine.step(config);
    speed = speed.and(new Speed(0, 0, 0, nanos.getAsLong() - start));
    return report;
  }

  @Override
  public PolicyEngine freeze() {
    return engine.freeze();
  }
}
