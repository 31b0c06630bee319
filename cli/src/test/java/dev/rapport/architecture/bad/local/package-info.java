/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.local;

import org.jspecify.annotations.NullMarked;
