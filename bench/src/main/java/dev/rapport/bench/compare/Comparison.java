package dev.rapport.bench.compare;

import dev.rapport.bench.report.ReportJson;
import dev.rapport.bench.report.SingleFile;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.score.Accuracy;
import dev.rapport.bench.score.Clustered;
import dev.rapport.bench.score.Estimate;
import dev.rapport.bench.score.Sample;
import dev.rapport.bench.score.Trial;
import dev.rapport.bench.score.Trials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paired differences between runs over the same data set: each question against itself, clustered
 * by person.
 *
 * @param dataset that all runs read
 * @param version of it
 * @param runs in the order given
 * @param pairs the first run against each other one, for each mode both have
 * @param examples questions on which the runs disagree, in the data set's order
 */
public record Comparison(
    String dataset, String version, List<Row> runs, List<Pair> pairs, List<Example> examples) {
  /**
   * One run in one mode.
   *
   * @param cap its page budget in tokens, or 0
   */
  public record Row(String name, String strategy, Mode mode, int cap, Accuracy accuracy) {}

  /**
   * Two runs in one mode.
   *
   * @param difference score of {@code other} less score of {@code first}, over the questions that
   *     both answered
   * @param firstOnly questions that only the first answered right
   * @param otherOnly questions that only the other answered right
   */
  public record Pair(
      String first,
      String other,
      Mode mode,
      Estimate difference,
      int bothRight,
      int firstOnly,
      int otherOnly,
      int bothWrong) {}

  /**
   * One question that the runs answer differently.
   *
   * @param gold the right option's text, or the right answer
   * @param answers by run: verdict, and the option chosen or the reply
   */
  public record Example(
      String question,
      String person,
      Mode mode,
      String query,
      String gold,
      Map<String, Said> answers) {
    /** What one run said. */
    public record Said(String verdict, String text) {}
  }

  public Comparison {
    runs = List.copyOf(runs);
    pairs = List.copyOf(pairs);
    examples = List.copyOf(examples);
  }

  /**
   * Compares runs.
   *
   * @param runs two or more, under different names
   * @throws IllegalArgumentException if there are fewer, or they read different data
   */
  public static Comparison of(List<NamedRun> runs) {
    if (runs.size() < 2) {
      throw new IllegalArgumentException(
          "%d run to compare; give at least two".formatted(runs.size()));
    }
    RunSpec first = runs.getFirst().run().spec();
    for (NamedRun other : runs) {
      requireSame(runs.getFirst().name(), first, other);
    }
    List<Row> rows = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (Mode mode : List.of(Mode.CHOICE, Mode.OPEN)) {
      Map<String, Map<String, Trial>> byRun = new LinkedHashMap<>();
      for (NamedRun named : runs) {
        List<Trial> trials = Trials.of(named.run(), mode);
        if (!trials.isEmpty()) {
          rows.add(row(named, mode, trials));
          byRun.put(named.name(), byQuestion(trials));
        }
      }
      List<String> names = List.copyOf(byRun.keySet());
      for (int i = 1; i < names.size(); i++) {
        pairs.add(pair(names.getFirst(), names.get(i), mode, byRun));
      }
      examples.addAll(Disagreements.of(mode, byRun));
    }
    return new Comparison(first.dataset(), first.version(), rows, pairs, examples);
  }

  private static void requireSame(String firstName, RunSpec first, NamedRun other) {
    RunSpec spec = other.run().spec();
    if (!spec.dataset().equals(first.dataset()) || !spec.version().equals(first.version())) {
      throw new IllegalArgumentException(
          "%s read %s version %s, %s read %s version %s; runs compare only over the same version of the same data set. Run one of them again on the other's data."
              .formatted(
                  firstName,
                  first.dataset(),
                  first.version(),
                  other.name(),
                  spec.dataset(),
                  spec.version()));
    }
  }

  private static Row row(NamedRun named, Mode mode, List<Trial> trials) {
    RunSpec spec = named.run().spec();
    return new Row(named.name(), spec.strategy(), mode, cap(spec), Accuracy.of(trials));
  }

  private static int cap(RunSpec spec) {
    try {
      return Integer.parseInt(spec.settings().getOrDefault("cap", "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Map<String, Trial> byQuestion(List<Trial> trials) {
    Map<String, Trial> byId = new LinkedHashMap<>();
    trials.forEach(trial -> byId.put(trial.question().id(), trial));
    return byId;
  }

  private static Pair pair(
      String first, String other, Mode mode, Map<String, Map<String, Trial>> byRun) {
    List<Sample> differences = new ArrayList<>();
    int[] counts = new int[4];
    Map<String, Trial> others = byRun.getOrDefault(other, Map.of());
    byRun
        .getOrDefault(first, Map.of())
        .forEach(
            (id, one) -> {
              Trial two = others.get(id);
              if (two != null && one.graded().isScored() && two.graded().isScored()) {
                differences.add(
                    new Sample(one.person(), two.graded().score() - one.graded().score()));
                counts[(one.graded().isRight() ? 0 : 2) + (two.graded().isRight() ? 0 : 1)]++;
              }
            });
    return new Pair(
        first,
        other,
        mode,
        Clustered.difference(differences),
        counts[0],
        counts[1],
        counts[2],
        counts[3]);
  }

  /** For machines; keys in a fixed order. */
  public String json() {
    return ReportJson.pretty(this);
  }

  /** For readers. */
  public String markdown() {
    return ComparisonMarkdown.of(this);
  }

  /** To look through in a browser; one file that fetches nothing. */
  public String html() {
    return SingleFile.of(
        "Rapport: runs compared on " + dataset,
        "report.css",
        "compare.js",
        ReportJson.embedded(this));
  }
}
