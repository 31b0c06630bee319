/** PrefEval (arXiv 2502.09597): one preference, unrelated talk, and a question that needs it. */
@NullMarked
package dev.rapport.bench.dataset.prefeval;

import org.jspecify.annotations.NullMarked;
