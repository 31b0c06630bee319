/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.cli;

import org.jspecify.annotations.NullMarked;
