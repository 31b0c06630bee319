package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;
import dev.rapport.model.Vectors;
import dev.rapport.page.Line;
import dev.rapport.text.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule, not learned: an option that offers what the person refuses does not suit them, however
 * alike the two are. What is an instance of what ("peanuts" of "nuts") is told by the vectors of
 * the words alone.
 *
 * @param left what is left of each option's probability, 0 to 1
 * @param lines those that rule an option out, the first to be said first
 * @param sentences of theirs that do: like what they refuse, but no evidence for it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ruling(double[] left, List<Line> lines, Set<String> sentences) {
  // Over twelve things and their like: members mostly from 0.57 to 0.85, others from 0.35 to 0.60.
  private static final double LIKE = 0.57;
  private static final double SAME = 0.66;
  private static final double STRENGTH = 4;
  private static final double NOTABLE = 0.5;

  static Ruling over(List<Line> own, List<String> options, Function<String, Reading> model) {
    double[] left = new double[options.size()];
    Arrays.fill(left, 1);
    Set<Line> lines = new LinkedHashSet<>();
    Set<String> sentences = new LinkedHashSet<>();
    List<List<String>> offered = options.stream().map(Offered::in).toList();
    for (Line line : own) {
      for (String sentence : Passages.sentences(line.text())) {
        for (Refusal refusal : Refusals.in(sentence)) {
          double[] hits =
              offered.stream().mapToDouble(words -> hit(refusal, words, model)).toArray();
          for (int o = 0; o < left.length; o++) {
            left[o] *= Math.exp(-STRENGTH * hits[o]);
          }
          if (Arrays.stream(hits).max().orElse(0) >= NOTABLE) {
            lines.add(line);
            sentences.add(sentence);
          }
        }
      }
    }
    return new Ruling(left, List.copyOf(lines), sentences);
  }

  /** Probabilities with what is ruled out taken away; sum to 1. */
  double[] applied(double[] probabilities) {
    double[] ruled = new double[probabilities.length];
    for (int o = 0; o < ruled.length; o++) {
      ruled[o] = probabilities[o] * left[o];
    }
    double sum = Arrays.stream(ruled).sum();
    return Arrays.stream(ruled).map(each -> each / sum).toArray();
  }

  private static double hit(
      Refusal refusal, List<String> offered, Function<String, Reading> model) {
    double nearest = 0;
    List<String> stems = Words.stems(refusal.thing());
    float[] meaning = meaning(model.apply(refusal.thing()));
    boolean pairs = refusal.thing().contains(" ");
    for (String words : offered) {
      if (pairs || !words.contains(" ")) { // each costs a reading
        nearest = Math.max(nearest, likeness(stems, meaning, words, model));
      }
    }
    double share = Math.clamp((nearest - LIKE) / (SAME - LIKE), 0, 1);
    return refusal.always() ? share : share / 2;
  }

  private static double likeness(
      List<String> stems, float[] meaning, String words, Function<String, Reading> model) {
    return stems.equals(Words.stems(words)) ? 1 : Vectors.dot(meaning, meaning(model.apply(words)));
  }

  /** The mean of the tokens' vectors, of unit length. */
  private static float[] meaning(Reading reading) {
    double[] sum = new double[reading.dimensions()];
    for (int i = 0; i < reading.size(); i++) {
      reading.add(i, 1, sum);
    }
    double length = Math.sqrt(Math.max(Arrays.stream(sum).map(x -> x * x).sum(), 1e-12));
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / length);
    }
    return mean;
  }
}
