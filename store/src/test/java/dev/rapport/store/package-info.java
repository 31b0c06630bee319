/** Tests of the store; what any store must do is in the contracts. */
@NullMarked
package dev.rapport.store;

import org.jspecify.annotations.NullMarked;
