package dev.rapport.bench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Everything that decides what a run comes to, frozen before it begins.
 *
 * @param dataset as on the command line, without the folder: {@code personamem-v2}
 * @param version the data set's digest
 * @param strategy as on the command line: {@code page}
 * @param settings of data set and strategy, by name: {@code size}, {@code cap}, {@code chunk}, ...
 * @param models by role in lower case: {@code write}, {@code answer}, {@code judge}
 * @param prompts wording versions by role
 * @param recallTokens most tokens a memory may hand to the answerer
 * @param limit most questions asked, the first ones of the data set; 0 for all
 */
public record RunSpec(
    String dataset,
    String version,
    String strategy,
    Variant variant,
    Mode mode,
    SequencedMap<String, String> settings,
    SequencedMap<String, String> models,
    SequencedMap<String, String> prompts,
    long seed,
    int recallTokens,
    int limit) {
  public RunSpec {
    settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
    prompts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(prompts));
  }
}
