package dev.rapport.local.answer;

import dev.rapport.local.embed.PageReader;
import dev.rapport.memory.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which passage speaks, and for which option: {@code P(p, o) ~ exp(score(p, o))}, with one more,
 * silent passage that favours no option. An option's probability is the sum over the passages, so
 * that without any, and by itself, no option is likelier than another.
 *
 * @param passages of the person's own
 * @param offered the options, read; empty without passages
 * @param joint {@code [own + others + 1][O]}, the silent passage last; sums to 1. The rows of
 *     others are turned: what suits somebody else makes each of the other options likelier
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Evidence(List<Passage> passages, List<float[]> offered, double[][] joint) {
  static Evidence of(
      List<Passage> own,
      List<Passage> others,
      Query query,
      List<String> options,
      PageReader reader) {
    List<Passage> passages = Stream.concat(own.stream(), others.stream()).toList();
    if (passages.isEmpty()) { // needs no model
      return new Evidence(own, List.of(), softmax(new double[1][options.size()]));
    }
    List<float[]> offered = options.stream().map(option -> offer(query, option, reader)).toList();
    List<double[]> scores = new ArrayList<>();
    for (Passage passage : passages) {
      float[] said = reader.read(passage.text());
      scores.add(offered.stream().mapToDouble(option -> reader.score(said, option)).toArray());
    }
    double[] silent = new double[options.size()];
    Arrays.fill(silent, reader.silence());
    scores.add(silent);
    double[][] joint = softmax(scores.toArray(double[][]::new));
    for (int p = own.size(); p < passages.size(); p++) {
      turn(joint[p]);
    }
    return new Evidence(own, offered, joint);
  }

  /** An option is read as an answer to its query. */
  private static float[] offer(Query query, String option, PageReader reader) {
    return reader.read(query.text() + " " + option);
  }

  /** Each option's probability. */
  double[] byOption() {
    double[] sum = new double[joint[0].length];
    for (double[] row : joint) {
      for (int o = 0; o < sum.length; o++) {
        sum[o] += row[o];
      }
    }
    return sum;
  }

  private static void turn(double[] row) {
    double mass = Arrays.stream(row).sum();
    for (int o = 0; o < row.length; o++) {
      row[o] = (mass - row[o]) / (row.length - 1);
    }
  }

  private static double[][] softmax(double[][] scores) {
    double most = Arrays.stream(scores).flatMapToDouble(Arrays::stream).max().orElse(0);
    double sum = 0;
    for (double[] row : scores) {
      for (int o = 0; o < row.length; o++) {
        row[o] = Math.exp(row[o] - most);
        sum += row[o];
      }
    }
    for (double[] row : scores) {
      for (int o = 0; o < row.length; o++) {
        row[o] /= sum;
      }
    }
    return scores;
  }
}
