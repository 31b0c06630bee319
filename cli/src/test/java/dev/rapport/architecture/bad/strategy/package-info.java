/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.strategy;

import org.jspecify.annotations.NullMarked;
