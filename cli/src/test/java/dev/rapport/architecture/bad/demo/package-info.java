/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.demo;

import org.jspecify.annotations.NullMarked;
