/**
 * PersonaMem-v2's files as published (arXiv 2512.06688): the table of questions ({@link
 * dev.rapport.data.personamem.BenchmarkTable}), histories ({@link
 * dev.rapport.data.personamem.HistoryFile}), raw personas ({@link
 * dev.rapport.data.personamem.RawPersona}), and the shuffles its training data were made with
 * ({@link dev.rapport.data.personamem.PythonShuffle}).
 *
 * <p>Everything but {@link dev.rapport.data.personamem.HistoryFile#messages} is gold or is next to
 * gold: it is for scoring and never handed to a memory strategy.
 */
@NullMarked
package dev.rapport.data.personamem;

import org.jspecify.annotations.NullMarked;
