/** The implicit corpus: single messages that hide a preference, to tune and train on. */
@NullMarked
package dev.rapport.data.corpus;

import org.jspecify.annotations.NullMarked;
