package dev.rapport.local.language;

/**
 * A sentence of a turn.
 *
 * @param text verbatim, from {@code start} to {@code end} of the turn
 * @param start offset of its first character
 * @param end offset after its last
 * @param zone where it stands
 * @param block counts the turn's stretches of one zone from 0, so that the sentences of one quoted
 *     letter share a number
 */
public record Sentence(String text, int start, int end, Zone zone, int block) {}
