/** The checks that stand between a writer's proposal and a person's page. */
@NullMarked
package dev.rapport.guard;

import org.jspecify.annotations.NullMarked;
