package dev.rapport.local.answer;

import java.util.List;

/**
 * What speaks for each option in each line, in numbers. Two sorts: {@link #FITS} says how much
 * better a line goes with one option than with the others, so it sums to 0 over the options, and a
 * liking for an option that has nothing to do with the line cannot enter; {@link #BEARINGS} says
 * how much the line bears on this question at all and is the same for all options.
 */
final class Evidence {
  static final List<String> FITS = List.of("content", "whole", "tokens", "shared");
  static final List<String> BEARINGS =
      List.of(
          "content-mean",
          "content-most",
          "tokens-mean",
          "tokens-most",
          "query",
          "length",
          "recency");

  private static final double COSINE_SCALE = 8;
  private static final double TOKEN_SCALE = 30;
  private static final double SHARED_SCALE = 0.25;
  private static final double LONGEST = 300;

  final double[][][] fits; // [L][O][FITS]
  final double[][] bearings; // [L][BEARINGS]

  private Evidence(double[][][] fits, double[][] bearings) {
    this.fits = fits;
    this.bearings = bearings;
  }

  static Evidence weigh(List<Told> lines, TextView query, List<TextView> options) {
    double[][][] fits = new double[lines.size()][][];
    double[][] bearings = new double[lines.size()][];
    boolean[][] common = TokenMatch.inAllOptions(options);
    for (int l = 0; l < fits.length; l++) {
      Told line = lines.get(l);
      double[][] raw = new double[options.size()][FITS.size()];
      for (int o = 0; o < raw.length; o++) {
        TextView option = options.get(o);
        raw[o][0] = COSINE_SCALE * line.view().contentSimilarity(option);
        raw[o][1] = COSINE_SCALE * line.view().wholeSimilarity(option);
        raw[o][2] = TOKEN_SCALE * TokenMatch.nearest(option, line.view());
        raw[o][3] = SHARED_SCALE * TokenMatch.shared(option, common[o], line.view());
      }
      bearings[l] =
          new double[] {
            mean(raw, 0),
            most(raw, 0),
            mean(raw, 2),
            most(raw, 2),
            COSINE_SCALE * line.view().contentSimilarity(query),
            Math.min(line.length(), LONGEST) / 100,
            3 * (line.recency() - 0.5)
          };
      fits[l] = centred(raw);
    }
    return new Evidence(fits, bearings);
  }

  private static double mean(double[][] rows, int column) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column];
    }
    return sum / rows.length;
  }

  private static double most(double[][] rows, int column) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      most = Math.max(most, row[column]);
    }
    return most;
  }

  private static double[][] centred(double[][] rows) {
    for (int column = 0; column < FITS.size(); column++) {
      double mean = mean(rows, column);
      for (double[] row : rows) {
        row[column] -= mean;
      }
    }
    return rows;
  }
}
