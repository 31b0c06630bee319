/** A policy that is a table, small enough to be checked by hand and by enumeration. */
@NullMarked
package dev.rapport.train.tabular;

import org.jspecify.annotations.NullMarked;
