package dev.rapport.train.sft;

/**
 * What one step of SFT looked like.
 *
 * @param loss nats a learned token
 * @param gradientNorm before clipping
 * @param skipped 1 when the gradient was not finite and no step was taken
 */
public record SftMetrics(
    double loss, double gradientNorm, int skipped, long trainedTokens, long readTokens) {}
