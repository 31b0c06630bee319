/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.spring;

import org.jspecify.annotations.NullMarked;
