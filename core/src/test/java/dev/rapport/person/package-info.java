/** Tests of who is who. */
@NullMarked
package dev.rapport.person;

import org.jspecify.annotations.NullMarked;
