/** Tests of reading text, with a counter for tests that need one. */
@NullMarked
package dev.rapport.text;

import org.jspecify.annotations.NullMarked;
