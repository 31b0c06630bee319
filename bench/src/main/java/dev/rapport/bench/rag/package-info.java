/** The retrieval baseline: keep what was said, look up the passages nearest to the question. */
@NullMarked
package dev.rapport.bench.rag;

import org.jspecify.annotations.NullMarked;
