package dev.rapport.train.policy;

/**
 * A prompt to be continued.
 *
 * @param tokens ids, [length], at least one
 * @param limit most tokens to generate
 * @param seed of this conversation's sampling alone, so that what else is in a batch changes
 *     nothing
 */
public record Prompt(int[] tokens, int limit, long seed) {}
