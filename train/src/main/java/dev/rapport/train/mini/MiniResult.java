package dev.rapport.train.mini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found for one seed.
 *
 * @param blank what knowing nothing scores
 * @param parameters of the model
 * @param historyTokens mean tokens of a full history
 * @param pageTokens most tokens of a page
 * @param outcomes by what was done to the policy
 * @param pages one person before and after
 */
public record MiniResult(
    long seed,
    double blank,
    long parameters,
    double historyTokens,
    int pageTokens,
    List<Outcome> outcomes,
    List<Sample> pages) {
  public MiniResult {
    outcomes = List.copyOf(outcomes);
    pages = List.copyOf(pages);
  }

  /**
   * A policy's exam.
   *
   * @param name "sft-history", "sft-page", or an arm's
   * @param right greedily
   * @param drawn right with pages and answers drawn at temperature 1, as in training
   * @param by questions right and asked by what makes them hard
   */
  public record Outcome(
      String name, String title, int right, int drawn, int asked, Map<String, int[]> by) {
    public Outcome {
      // Not Map.copyOf: its order is another in every JVM, and results are compared by their bytes.
      by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
    }

    public double accuracy() {
      return right / (double) asked;
    }

    public double drawnAccuracy() {
      return drawn / (double) asked;
    }
  }

  /**
   * The pages of one person, as two policies write them.
   *
   * @param chunks what was said
   * @param before pages after each chunk, by the policy after SFT
   * @param after pages after each chunk, by the policy after GRPO
   * @param gold what is true in the end, topic by topic
   */
  public record Sample(
      List<String> chunks, List<String> before, List<String> after, List<String> gold) {
    public Sample {
      chunks = List.copyOf(chunks);
      before = List.copyOf(before);
      after = List.copyOf(after);
      gold = List.copyOf(gold);
    }
  }

  public double accuracy(String name) {
    return outcomes.stream()
        .filter(outcome -> outcome.name().equals(name))
        .mapToDouble(Outcome::accuracy)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no outcome \"%s\"".formatted(name)));
  }
}
