/** Several processes against one. */
@NullMarked
package dev.rapport.train.replica;

import org.jspecify.annotations.NullMarked;
