package dev.rapport.local.write;

import dev.rapport.conversation.Turn;

/**
 * A clause worth a line.
 *
 * @param turn the turn it stands in
 * @param clause what is said
 * @param vector of the clause
 * @param salience log odds that it tells something lasting
 * @param own whether it tells it of the person
 */
record Finding(Turn turn, Clause clause, float[] vector, double salience, boolean own) {}
