/**
 * What a run came to: accuracy with intervals that respect clustering by person, its parts by
 * label, what the memory held, and what it cost. Pure functions of the records; the order of the
 * records changes nothing.
 */
@NullMarked
package dev.rapport.bench.score;

import org.jspecify.annotations.NullMarked;
