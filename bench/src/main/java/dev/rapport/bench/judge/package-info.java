/** Judges answers in words: a panel of independent votes over prompts of our own. */
@NullMarked
package dev.rapport.bench.judge;

import org.jspecify.annotations.NullMarked;
