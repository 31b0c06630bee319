/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.train;

import org.jspecify.annotations.NullMarked;
