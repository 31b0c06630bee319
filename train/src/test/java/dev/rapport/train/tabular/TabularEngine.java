package dev.rapport.train.tabular;

import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.StepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One row of logits for each context it has met, zeros to begin with; plain gradient descent in
 * double precision. It writes symbols 0 to {@code symbols} - 1.
 */
public final class TabularEngine implements PolicyEngine {
  private final int symbols;
  private final Map<String, double[]> logits = new TreeMap<>();
  private final Map<String, double[]> gradients = new TreeMap<>();

  public TabularEngine(int symbols) {
    this.symbols = symbols;
  }

  /** Probabilities after a context, [symbols]. */
  public double[] probabilities(int... context) {
    return softmax(logits.getOrDefault(key(context, context.length), new double[symbols]), 1);
  }

  public void put(double[] row, int... context) {
    logits.put(key(context, context.length), row.clone());
  }

  @Override
  public List<Generated> generate(List<Prompt> prompts, Sampling sampling) {
    var written = new ArrayList<Generated>();
    for (Prompt prompt : prompts) {
      var random = new SplittableRandom(prompt.seed());
      int[] tokens = prompt.tokens();
      var scores = new ArrayList<Float>();
      boolean stopped = false;
      while (!stopped && scores.size() < prompt.limit()) {
        double[] row = row(tokens, tokens.length);
        double heat = sampling.temperature() == 0 ? 1 : sampling.temperature();
        double[] p = softmax(row, heat);
        int next = sampling.temperature() == 0 ? best(p) : draw(p, random.nextDouble());
        scores.add((float) Math.log(p[next]));
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = next;
        stopped = sampling.stops().contains(next);
      }
      var logProbs = new float[scores.size()];
      for (int t = 0; t < logProbs.length; t++) {
        logProbs[t] = scores.get(t);
      }
      written.add(
          new Generated(
              Arrays.copyOfRange(tokens, prompt.tokens().length, tokens.length),
              logProbs,
              stopped));
    }
    return written;
  }

  @Override
  public float[][] logProbs(List<Sequence> batch, double temperature) {
    return batch.stream().map(one -> scores(one, temperature)).toArray(float[][]::new);
  }

  @Override
  public double accumulate(List<Sequence> batch, double temperature, LossGradient loss) {
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      Sequence sequence = batch.get(i);
      var gradient = new float[sequence.scored()];
      sum += loss.apply(i, scores(sequence, temperature), gradient);
      for (int t = 0; t < gradient.length; t++) {
        int at = sequence.prompt() + t;
        double[] p = softmax(row(sequence.tokens(), at), temperature);
        double[] slot =
            gradients.computeIfAbsent(key(sequence.tokens(), at), key -> new double[symbols]);
        for (int v = 0; v < symbols; v++) {
          double own = v == sequence.tokens()[at] ? 1 : 0;
          slot[v] += gradient[t] * (own - p[v]) / temperature;
        }
      }
    }
    return sum;
  }

  @Override
  public void changeGradient(Consumer<float[]> change) {
    throw new UnsupportedOperationException("two tables need not have the same rows");
  }

  @Override
  public StepReport step(StepConfig config) {
    double squares = 0;
    for (double[] gradient : gradients.values()) {
      squares += Arrays.stream(gradient).map(g -> g * g).sum();
    }
    gradients.forEach(
        (context, gradient) -> {
          double[] row = logits.computeIfAbsent(context, key -> new double[symbols]);
          for (int v = 0; v < symbols; v++) {
            row[v] -= config.learningRate() * gradient[v];
          }
        });
    gradients.clear();
    return new StepReport(Math.sqrt(squares), true);
  }

  /** What was gathered for a context, [symbols]. */
  public double[] gradient(int... context) {
    return gradients.getOrDefault(key(context, context.length), new double[symbols]).clone();
  }

  @Override
  public TabularEngine freeze() {
    var copy = new TabularEngine(symbols);
    logits.forEach((context, row) -> copy.logits.put(context, row.clone()));
    return copy;
  }

  @Override
  public void save(Path folder) {
    checkpoint(folder);
  }

  @Override
  public void checkpoint(Path folder) {
    var lines = new ArrayList<String>();
    logits.forEach(
        (context, row) ->
            lines.add(
                context.codePoints().boxed().toList()
                    + "="
                    + String.join(" ", Arrays.stream(row).mapToObj(Double::toHexString).toList())));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("table.txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restore(Path folder) {
    logits.clear();
    try {
      for (String line : Files.readAllLines(folder.resolve("table.txt"))) {
        String[] parts = line.split("=", 2);
        int[] context =
            Arrays.stream(parts[0].substring(1, parts[0].length() - 1).split(", "))
                .mapToInt(Integer::parseInt)
                .toArray();
        logits.put(
            key(context, context.length),
            Arrays.stream(parts[1].split(" ")).mapToDouble(Double::valueOf).toArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}

  private float[] scores(Sequence sequence, double temperature) {
    var scores = new float[sequence.scored()];
    for (int t = 0; t < scores.length; t++) {
      int at = sequence.prompt() + t;
      scores[t] =
          (float) Math.log(softmax(row(sequence.tokens(), at), temperature)[sequence.tokens()[at]]);
    }
    return scores;
  }

  private double[] row(int[] tokens, int length) {
    return logits.getOrDefault(key(tokens, length), new double[symbols]);
  }

  private static String key(int[] tokens, int length) {
    return new String(tokens, 0, length);
  }

  /** A row of logits as probabilities. */
  public static double[] softmax(double[] row, double temperature) {
    double top = Arrays.stream(row).max().orElseThrow();
    double[] p = Arrays.stream(row).map(x -> Math.exp((x - top) / temperature)).toArray();
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> x / sum).toArray();
  }

  private static int best(double[] p) {
    int best = 0;
    for (int v = 1; v < p.length; v++) {
      best = p[v] > p[best] ? v : best;
    }
    return best;
  }

  private static int draw(double[] p, double at) {
    double sum = 0;
    for (int v = 0; v < p.length - 1; v++) {
      sum += p[v];
      if (at < sum) {
        return v;
      }
    }
    return p.length - 1;
  }
}
