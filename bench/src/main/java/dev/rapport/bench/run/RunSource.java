package dev.rapport.bench.run;

/**
 * Where a run's data set lies. Kept apart from the spec: moving the files makes no other run.
 *
 * @param data absolute path
 */
record RunSource(String data) {}
