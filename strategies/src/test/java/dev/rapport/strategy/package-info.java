/** The contract every memory strategy keeps, and fakes to test one without a model. */
@NullMarked
package dev.rapport.strategy;

import org.jspecify.annotations.NullMarked;
