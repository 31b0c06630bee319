/** The port between training algorithms and the engines that hold a model. */
@NullMarked
package dev.rapport.train.policy;

import org.jspecify.annotations.NullMarked;
