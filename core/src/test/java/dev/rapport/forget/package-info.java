/** Tests of recognising what was forgotten. */
@NullMarked
package dev.rapport.forget;

import org.jspecify.annotations.NullMarked;
