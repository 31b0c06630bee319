/** The upper yardstick: a memory that keeps every word, as far as it fits. */
@NullMarked
package dev.rapport.strategy.fullcontext;

import org.jspecify.annotations.NullMarked;
