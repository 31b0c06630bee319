package dev.rapport.cli;

/**
 * An examination.
 *
 * @param weights digest of the model's config and weights
 * @param engine that computes
 */
record EvalSpec(
    String model,
    String weights,
    CourseSpec course,
    double temperature,
    long seed,
    String engine) {}
