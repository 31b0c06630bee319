package dev.rapport.train.sft;

import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import java.util.List;

/** Supervised fine-tuning: makes what examples show likelier (arXiv 2512.06688, cold start). */
public final class Sft {
  private static final int PACK_TOKENS = 8192;

  private final PolicyEngine policy;

  public Sft(PolicyEngine policy) {
    this.policy = policy;
  }

  /** One step over a batch. */
  public SftMetrics step(List<Example> batch, StepConfig config) {
    List<Example> packed = Packing.of(batch, PACK_TOKENS).stream().flatMap(List::stream).toList();
    double loss =
        policy.accumulate(packed.stream().map(Example::sequence).toList(), 1, new SftLoss(packed));
    StepReport report = policy.step(config);
    return new SftMetrics(
        loss,
        report.gradientNorm(),
        report.taken() ? 0 : 1,
        packed.stream().mapToLong(Example::weight).sum(),
        packed.stream().mapToLong(one -> one.tokens().length).sum());
  }
}
