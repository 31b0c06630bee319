/** A run's report: for machines, for readers, for spreadsheets, and to look through. */
@NullMarked
package dev.rapport.bench.report;

import org.jspecify.annotations.NullMarked;
