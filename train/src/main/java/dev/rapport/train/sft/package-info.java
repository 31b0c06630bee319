/** Learning from examples of what to write. */
@NullMarked
package dev.rapport.train.sft;

import org.jspecify.annotations.NullMarked;
