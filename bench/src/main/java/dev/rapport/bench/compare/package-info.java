/** Several runs over the same questions, side by side. */
@NullMarked
package dev.rapport.bench.compare;

import org.jspecify.annotations.NullMarked;
