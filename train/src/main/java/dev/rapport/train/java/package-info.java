/**
 * The engine in plain Java: a transformer's forward and backward pass written out by hand, one
 * operation per file, with no library and no native code.
 *
 * <p>Every number is computed by the same chain of additions whatever the batch, the number of
 * threads, the width of the machine's vectors or what the JIT has compiled so far: the results are
 * equal bit for bit. So no sum is left to {@code reduceLanes}, and {@code exp} is our own.
 */
@NullMarked
package dev.rapport.train.java;

import org.jspecify.annotations.NullMarked;
