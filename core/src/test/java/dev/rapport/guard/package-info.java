/** Tests of the guard: each rule by example, and what holds whatever is proposed. */
@NullMarked
package dev.rapport.guard;

import org.jspecify.annotations.NullMarked;
