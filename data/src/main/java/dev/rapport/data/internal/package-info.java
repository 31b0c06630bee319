/** Reading JSON with the place at hand; for the packages of this module only. */
@NullMarked
package dev.rapport.data.internal;

import org.jspecify.annotations.NullMarked;
