/** Rollouts: the conversations in which a policy writes its pages and answers once. */
@NullMarked
package dev.rapport.train.rollout;

import org.jspecify.annotations.NullMarked;
