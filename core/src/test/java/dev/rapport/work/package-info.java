/** Tests of paid and keyed work, and what tests elsewhere need to do such work without paying. */
@NullMarked
package dev.rapport.work;

import org.jspecify.annotations.NullMarked;
