/** A trained model as a language model like any other. */
@NullMarked
package dev.rapport.train.serve;

import org.jspecify.annotations.NullMarked;
