/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.provider;

import org.jspecify.annotations.NullMarked;
