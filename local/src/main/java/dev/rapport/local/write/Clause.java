package dev.rapport.local.write;

import dev.rapport.local.language.Sentence;
import java.util.List;

/**
 * A sentence of the person's turn with all that is known of it before a model looks at it.
 *
 * @param sentence what is said
 * @param words of it, lower-cased
 * @param signs dense features, see {@link TurnSigns}
 * @param own hashes of the sentence's words and word pairs
 * @param around hashes of the words that lead to it
 */
record Clause(Sentence sentence, List<String> words, float[] signs, int[] own, int[] around) {}
