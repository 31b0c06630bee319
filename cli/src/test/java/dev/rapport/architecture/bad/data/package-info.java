/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.data;

import org.jspecify.annotations.NullMarked;
