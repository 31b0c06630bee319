/** Group-relative policy optimisation over rollouts of several conversations. */
@NullMarked
package dev.rapport.train.grpo;

import org.jspecify.annotations.NullMarked;
