package dev.rapport.bench.compare;

import dev.rapport.bench.score.RunRecords;

/**
 * A run to compare.
 *
 * @param name as the reader knows it: its folder
 */
public record NamedRun(String name, RunRecords run) {}
