/**
 * The paper's memory (arXiv 2512.06688, sec. 3.2): one page per person, rewritten or patched by a
 * writer after every chunk, and checked by the guard.
 */
@NullMarked
package dev.rapport.strategy.page;

import org.jspecify.annotations.NullMarked;
