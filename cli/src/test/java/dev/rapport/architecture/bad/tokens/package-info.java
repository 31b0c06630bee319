/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.tokens;

import org.jspecify.annotations.NullMarked;
