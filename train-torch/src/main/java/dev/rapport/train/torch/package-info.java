/**
 * The engine on libtorch, through the JavaCPP presets. No tensor leaves this package; native memory
 * belongs to a {@code PointerScope} per micro-batch, and every worker thread has one native thread.
 */
@NullMarked
package dev.rapport.train.torch;

import org.jspecify.annotations.NullMarked;
