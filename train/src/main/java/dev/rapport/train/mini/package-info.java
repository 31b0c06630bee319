/**
 * The paper's experiment in small: a generated world, a tiny model, and all of training in minutes.
 */
@NullMarked
package dev.rapport.train.mini;

import org.jspecify.annotations.NullMarked;
