/** Stages of training that can be taken up again where they were stopped. */
@NullMarked
package dev.rapport.train.run;

import org.jspecify.annotations.NullMarked;
