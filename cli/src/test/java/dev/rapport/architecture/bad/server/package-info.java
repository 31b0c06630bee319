/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.server;

import org.jspecify.annotations.NullMarked;
