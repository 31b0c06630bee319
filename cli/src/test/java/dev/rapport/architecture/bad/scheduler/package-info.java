/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.scheduler;

import org.jspecify.annotations.NullMarked;
