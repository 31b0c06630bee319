package dev.rapport.local.answer;

import dev.rapport.model.Vectors;
import java.util.List;

/**
 * The options of one question, seen together.
 *
 * @param fromOthers what sets each option apart from the others, {@code [O][D]}; their mean square
 *     length is 1
 * @param together what the options have in common, {@code [D]}; of unit length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OptionViews(List<TextView> options, float[][] fromOthers, float[] together) {
  static OptionViews of(List<TextView> options) {
    return new OptionViews(
        options,
        fromOthers(options.stream().map(TextView::content).toList()),
        unit(mean(options.stream().map(TextView::apart).toList())));
  }

  int size() {
    return options.size();
  }

  private static float[][] fromOthers(List<float[]> contents) {
    float[] mean = mean(contents);
    float[][] apart = new float[contents.size()][mean.length];
    double squares = 0;
    for (int o = 0; o < apart.length; o++) {
      for (int i = 0; i < mean.length; i++) {
        apart[o][i] = contents.get(o)[i] - mean[i];
        squares += apart[o][i] * apart[o][i];
      }
    }
    scale(apart, 1 / Math.max(Math.sqrt(squares / apart.length), 1e-9));
    return apart;
  }

  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static float[] unit(float[] vector) {
    scale(new float[][] {vector}, 1 / Math.max(Math.sqrt(Vectors.dot(vector, vector)), 1e-9));
    return vector;
  }

  private static void scale(float[][] rows, double factor) {
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (row[i] * factor);
      }
    }
  }
}
