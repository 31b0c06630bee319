/** Runs of turns handed to a memory strategy at once, cut to a token budget. */
@NullMarked
package dev.rapport.chunk;

import org.jspecify.annotations.NullMarked;
