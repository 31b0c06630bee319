package dev.rapport.train.grpo;

/**
 * What one step of GRPO looked like.
 *
 * @param reward mean over rollouts whose reward is known
 * @param rewardDeviation their standard deviation
 * @param zeroSignalShare of groups, whose rewards were all equal
 * @param failedGroups left out because a reward was missing
 * @param entropy minus the mean log-probability of what was sampled, in nats a token
 * @param kl mean k3 to the frozen start, 0 when it is not computed
 * @param clipShare of tokens whose gradient the clip took
 * @param drift largest difference between the sampler's and the trainer's log-probability
 * @param gradientNorm before clipping, the largest of the step's mini-batches
 * @param skipped optimiser steps not taken, because the gradient was not finite
 * @param updateTokens mean length of a written page, 0 without updates
 * @param answerTokens mean length of an answer
 * @param truncatedShare of conversations that the limit ended
 * @param emptyShare of conversations in which nothing was written
 * @param trainedTokens in the loss
 * @param sampledTokens written by the policy
 * @param readTokens of all prompts
 */
public record GrpoMetrics(
    double reward,
    double rewardDeviation,
    double zeroSignalShare,
    int failedGroups,
    double entropy,
    double kl,
    double clipShare,
    double leastRatio,
    double mostRatio,
    double drift,
    double loss,
    double gradientNorm,
    int skipped,
    double updateTokens,
    double answerTokens,
    double truncatedShare,
    double emptyShare,
    long trainedTokens,
    long sampledTokens,
    long readTokens) {}
