/** Answers questions with a language model in the light of a recall. */
@NullMarked
package dev.rapport.strategy.answer;

import org.jspecify.annotations.NullMarked;
