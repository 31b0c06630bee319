/** The lower yardstick: a memory that keeps nothing. */
@NullMarked
package dev.rapport.strategy.nomemory;

import org.jspecify.annotations.NullMarked;
