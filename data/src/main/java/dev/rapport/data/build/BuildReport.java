package dev.rapport.data.build;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What was built; also the contents of {@code dataset.json}.
 *
 * @param personas per split
 * @param questions per split
 * @param twinSets questions with twins; each adds as many histories as it has wrong options
 * @param conversationsLeftOut that no question needs and that found no room
 * @param repeatedFillers times that a filler stood in a history for a second time or more
 * @param digest SHA-256 over names and bytes of all files but {@code dataset.json}
 */
public record BuildReport(
    String format,
    int contextTokens,
    String tokenizer,
    long seed,
    SequencedMap<String, Integer> personas,
    SequencedMap<String, Integer> questions,
    int histories,
    int twinSets,
    long shortestHistory,
    long longestHistory,
    int conversationsLeftOut,
    int repeatedFillers,
    String digest) {
  public BuildReport {
    personas = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(personas));
    questions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(questions));
  }
}
