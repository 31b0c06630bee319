/** The laws of the project's structure, and the proof that each of them can be broken. */
@NullMarked
package dev.rapport.architecture;

import org.jspecify.annotations.NullMarked;
