/**
 * The sample personas that come with Rapport: conversations of made-up people, what these reveal,
 * and questions that only someone who noticed answers well.
 *
 * <p>Everything but a history made by {@link SampleHistory} is gold: it is for scoring and never
 * handed to a memory strategy.
 */
@NullMarked
package dev.rapport.data.sample;

import org.jspecify.annotations.NullMarked;
