package dev.rapport.local.write;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.language.Zone;
import dev.rapport.local.write.Learning.Example;
import dev.rapport.local.write.Learning.Penalties;
import dev.rapport.local.write.Samples.Sample;
import dev.rapport.local.write.Samples.Truth;
import dev.rapport.model.Embedder;
import dev.rapport.model.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Learns the writer's scorers from personas p01 to p16 (twins included), the filler dialogues and
 * the implicit corpus, and writes their weights. No randomness: the same data give the same
 * weights.
 *
 * <p>Arguments: the folder of sample personas, that of the implicit corpus, the one to write to.
 */
final class TuneWriter {
  private static final Penalties SALIENCE = new Penalties(1e-3, 1e-3, 1e-3, 1e-3);
  private static final Penalties VOICE = new Penalties(2e-3, 1e-3, 1e-3, 1e-3);
  private static final Penalties BODY_AND_MIND = new Penalties(2e-3, 2e-3, -1, 1e-3);

  private final Embedder embedder;
  private final List<Example> salience = new ArrayList<>();
  private final List<Example> voice = new ArrayList<>();
  private final List<Example> health = new ArrayList<>();
  private final List<Example> therapy = new ArrayList<>();

  TuneWriter(Embedder embedder) {
    this.embedder = embedder;
  }

  public static void main(String[] args) throws IOException {
    TuneWriter tuner = new TuneWriter(BgeSmall.lazy());
    tuner.tune(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  void tune(Path personas, Path corpus, Path to) throws IOException {
    read(personas, corpus);
    Scorers scorers = learn(group -> true);
    write(to.resolve("salience.weights"), scorers.salience());
    write(to.resolve("voice.weights"), scorers.voice());
    write(to.resolve("health.weights"), scorers.health());
    write(to.resolve("therapy.weights"), scorers.therapy());
  }

  void read(Path personas, Path corpus) {
    Samples.personas(personas, 1, 16).forEach(this::annotated);
    Samples.fillers(personas).forEach(this::annotated);
    Samples.corpus(corpus).forEach(this::implied);
  }

  /**
   * @param groups which personas and corpus items to learn from; the others are left to be judged
   */
  Scorers learn(Predicate<String> groups) {
    return new Scorers(
        Learning.learn(of(salience, groups), SALIENCE),
        Learning.learn(of(voice, groups), VOICE),
        Learning.learn(of(health, groups), BODY_AND_MIND),
        Learning.learn(of(therapy, groups), BODY_AND_MIND));
  }

  private static List<Example> of(List<Example> examples, Predicate<String> groups) {
    return examples.stream().filter(example -> groups.test(example.group())).toList();
  }

  /** A turn with the telling words marked in it; every other clause of it tells nothing. */
  private void annotated(Sample sample) {
    for (Clause clause : sample.clauses()) {
      if (clause.words().isEmpty() || sample.truth() == Truth.FORGET) {
        continue;
      }
      boolean tells =
          (sample.truth() == Truth.SELF || sample.truth() == Truth.OTHER)
              && Samples.tells(sample, clause);
      salience.add(example(sample, clause, tells, 1));
      if (tells) {
        labelled(sample, clause);
      }
    }
  }

  /** A turn of which only the hidden preference is known: the clause nearest to it tells it. */
  private void implied(Sample sample) {
    if (sample.truth() == Truth.NONE) {
      annotated(sample);
      return;
    }
    float[] preference = embedder.embed(sample.preference());
    int task = TurnSigns.names().indexOf("own.task");
    double best = Double.NEGATIVE_INFINITY;
    Clause nearest = null;
    for (Clause clause : sample.clauses()) {
      String text = clause.sentence().text();
      double near = Vectors.dot(preference, embedder.embed(text));
      near -= clause.sentence().zone() == Zone.DIRECT && clause.signs()[task] > 0 ? 0.08 : 0;
      near -= text.endsWith(":") ? 0.1 : text.endsWith("?") ? 0.03 : 0;
      if (clause.words().size() >= 3 && near > best) {
        best = near;
        nearest = clause;
      }
    }
    if (nearest != null) {
      salience.add(example(sample, nearest, true, 0.5));
      labelled(sample, nearest);
    }
  }

  private void labelled(Sample sample, Clause clause) {
    voice.add(example(sample, clause, sample.truth() == Truth.OTHER, 1));
    if (sample.truth() == Truth.SELF && !sample.kind().isEmpty()) {
      health.add(example(sample, clause, sample.kind().startsWith("health"), 1));
      therapy.add(example(sample, clause, sample.kind().startsWith("therapy"), 1));
    }
  }

  private Example example(Sample sample, Clause clause, boolean label, double weight) {
    return new Example(
        sample.group(), clause, embedder.embed(clause.sentence().text()), label, weight);
  }

  private static void write(Path file, Logistic scorer) throws IOException {
    Files.writeString(
        file,
        "bias: %s%nsigns: %s%nown: %s%naround: %s%nvector: %s%n"
            .formatted(
                row(new float[] {scorer.bias()}),
                row(scorer.signs()),
                row(scorer.own()),
                row(scorer.around()),
                row(scorer.vector())));
  }

  private static String row(float[] numbers) {
    StringBuilder row = new StringBuilder();
    for (float number : numbers) {
      String digits = String.format(Locale.ROOT, "%.3f", number);
      row.append(row.length() == 0 ? "" : " ").append(digits.equals("-0.000") ? "0" : digits);
    }
    return row.toString().replace("0.000", "0");
  }
}
