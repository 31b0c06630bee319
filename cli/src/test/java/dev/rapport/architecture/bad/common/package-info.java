/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.common;

import org.jspecify.annotations.NullMarked;
