/** LongMemEval (arXiv 2410.10813): one long, dated history for every question. */
@NullMarked
package dev.rapport.bench.dataset.longmemeval;

import org.jspecify.annotations.NullMarked;
