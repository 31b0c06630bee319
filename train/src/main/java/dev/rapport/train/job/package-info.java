/** Training a model of one's own: frozen specs, folders that can be resumed, results. */
@NullMarked
package dev.rapport.train.job;

import org.jspecify.annotations.NullMarked;
