/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.bench;

import org.jspecify.annotations.NullMarked;
