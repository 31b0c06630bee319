/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.page;

import org.jspecify.annotations.NullMarked;
