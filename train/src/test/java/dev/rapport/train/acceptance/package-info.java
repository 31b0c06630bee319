/** Learning, seen on a real model. */
@NullMarked
package dev.rapport.train.acceptance;

import org.jspecify.annotations.NullMarked;
