/** How fast the parts are that every run uses on all of its text. */
@NullMarked
package dev.rapport.jmh;

import org.jspecify.annotations.NullMarked;
