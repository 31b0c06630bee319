/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.egg;

import org.jspecify.annotations.NullMarked;
