/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.fakeserver;

import org.jspecify.annotations.NullMarked;
