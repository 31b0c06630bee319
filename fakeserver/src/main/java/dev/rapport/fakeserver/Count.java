package dev.rapport.fakeserver;

/**
 * What the server counted; comparable with a client's ledger.
 *
 * @param attempts chat requests whose head arrived, however they ended
 * @param answered whole answers sent
 * @param refused answered with an error status
 * @param broken answered with something else that is not a whole answer
 * @param clientLeft given up by the client before the end
 * @param inFlight under way now
 * @param mostAtOnce most under way at the same time
 * @param connections opened so far
 * @param inputTokens of prompts, as told to clients in the usage of whole answers
 * @param outputTokens of replies, as told to clients in the usage of whole answers
 * @param untoldTokens of prompts and replies that no client was told of
 */
public record Count(
    int attempts,
    int answered,
    int refused,
    int broken,
    int clientLeft,
    int inFlight,
    int mostAtOnce,
    int connections,
    long inputTokens,
    long outputTokens,
    long untoldTokens) {}
