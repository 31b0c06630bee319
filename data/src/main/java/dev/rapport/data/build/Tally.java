package dev.rapport.data.build;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Counts what is built. */
final class Tally {
  private final SequencedMap<String, Integer> personas = new LinkedHashMap<>();
  private final SequencedMap<String, Integer> questions = new LinkedHashMap<>();
  private int histories;
  private int twinSets;
  private int leftOut;
  private int repeats;
  private long shortest = Long.MAX_VALUE;
  private long longest;

  Tally() {
    for (Split split : Split.values()) {
      personas.put(split.label(), 0);
      questions.put(split.label(), 0);
    }
  }

  void add(Split split, Source source, Plan plan) {
    personas.merge(split.label(), 1, Integer::sum);
    questions.merge(split.label(), source.items().size(), Integer::sum);
    leftOut += plan.leftOut();
    repeats += plan.repeats();
  }

  void addHistory(long tokens) {
    histories++;
    shortest = Math.min(shortest, tokens);
    longest = Math.max(longest, tokens);
  }

  void addTwinSet() {
    twinSets++;
  }

  BuildReport report(BuildSpec spec, String tokenizer, String digest) {
    return new BuildReport(
        "personamem-v2",
        spec.contextTokens(),
        tokenizer,
        spec.seed(),
        personas,
        questions,
        histories,
        twinSets,
        histories == 0 ? 0 : shortest,
        longest,
        leftOut,
        repeats,
        digest);
  }
}
