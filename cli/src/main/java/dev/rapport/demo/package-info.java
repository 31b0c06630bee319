/** Scores a memory on the sample personas: what the demonstration ends with. */
@NullMarked
package dev.rapport.demo;

import org.jspecify.annotations.NullMarked;
