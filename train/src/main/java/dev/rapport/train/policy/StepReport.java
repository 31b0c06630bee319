package dev.rapport.train.policy;

/**
 * What became of a step.
 *
 * @param gradientNorm before clipping
 * @param taken false when the norm was not finite, and weights and moments stayed as they were
 */
public record StepReport(double gradientNorm, boolean taken) {}
