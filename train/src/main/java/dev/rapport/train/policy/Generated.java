package dev.rapport.train.policy;

/**
 * What a model wrote after a prompt.
 *
 * @param tokens sampled ids, the stop token included when one was reached, [length]
 * @param logProbs their log-probabilities under logits / temperature, before any truncation of the
 *     distribution, [length]
 * @param stopped false when the limit came before a stop token
 */
public record Generated(int[] tokens, float[] logProbs, boolean stopped) {}
