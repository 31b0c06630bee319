package dev.rapport.bench.score;

/**
 * One number about a run, with what it means.
 *
 * @param key short name, stable, for machines
 * @param title for people
 * @param meaning how it is counted, and over which questions
 * @param lowerIsBetter whether less of it is better
 */
public record Measure(
    String key, String title, String meaning, boolean lowerIsBetter, Estimate estimate) {}
