/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.store;

import org.jspecify.annotations.NullMarked;
