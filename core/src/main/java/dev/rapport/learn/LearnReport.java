package dev.rapport.learn;

/**
 * What one learning run did.
 *
 * @param turnsRead turns of the user and the assistant found in the source
 * @param turnsNew those that were not known before
 * @param chunks folded in
 * @param chunksBuried set aside because they cannot be read
 * @param turnsWaiting left in the inbox: the last, not yet full chunk, or beyond the limit
 * @param revision of the page afterwards
 */
public record LearnReport(
    long turnsRead, long turnsNew, int chunks, int chunksBuried, int turnsWaiting, long revision) {}
