/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.hen;

import org.jspecify.annotations.NullMarked;
