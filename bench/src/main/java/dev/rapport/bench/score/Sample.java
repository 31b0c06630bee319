package dev.rapport.bench.score;

/**
 * One observation.
 *
 * @param cluster whose it is: observations of one person hang together
 * @param value 0 to 1, or -1 to 1 for a difference
 */
public record Sample(String cluster, double value) {}
