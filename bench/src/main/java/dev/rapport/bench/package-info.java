/** Benchmarks: data sets read as published, runs that resume, verdicts, reports. */
@NullMarked
package dev.rapport.bench;

import org.jspecify.annotations.NullMarked;
