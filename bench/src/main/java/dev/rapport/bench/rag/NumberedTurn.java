package dev.rapport.bench.rag;

import dev.rapport.conversation.Turn;

/**
 * A turn, or a piece of a long one, and its place.
 *
 * @param number counts from 1 in the order they came; never given to another
 */
record NumberedTurn(int number, Turn turn) {}
