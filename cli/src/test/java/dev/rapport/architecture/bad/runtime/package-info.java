/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.runtime;

import org.jspecify.annotations.NullMarked;
