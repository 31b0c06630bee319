package dev.rapport.local.answer;

import dev.rapport.model.Vectors;
import java.util.List;

/**
 * What speaks for each option in each passage, in numbers. Two sorts: {@link #FITS} says how much
 * better a passage goes with one option than with the others, so it sums to 0 over the options, and
 * a liking for an option that has nothing to do with the passage cannot enter; {@link #BEARINGS}
 * says how much the passage bears on this question at all and is the same for all options.
 */
final class Evidence {
  static final List<String> FITS =
      List.of("content-most", "content-mean", "tokens-most", "tokens-mean");
  static final List<String> BEARINGS =
      List.of(
          "query-most",
          "query-mean",
          "options-most",
          "options-mean",
          "option-best",
          "tokens-best",
          "length",
          "recency");

  private static final double SCALE = 8;
  private static final double TOKEN_SCALE = 30;

  final double[][][] fits; // [P][O][FITS]
  final double[][] bearings; // [P][BEARINGS]
  final double[][][] bySentence; // [P][S][O], all kinds together

  private Evidence(double[][][] fits, double[][] bearings, double[][][] bySentence) {
    this.fits = fits;
    this.bearings = bearings;
    this.bySentence = bySentence;
  }

  static Evidence weigh(List<Passage> passages, TextView query, List<TextView> options) {
    OptionViews offered = OptionViews.of(options);
    double[][][] fits = new double[passages.size()][][];
    double[][] bearings = new double[passages.size()][];
    double[][][] bySentence = new double[passages.size()][][];
    for (int p = 0; p < fits.length; p++) {
      List<TextView> sentences = passages.get(p).sentences();
      double[][] content = contentFits(sentences, offered);
      double[][] tokens = tokenMatches(sentences, options);
      double tokensBest = most(tokens);
      bearings[p] = bearings(passages.get(p), query, offered, tokensBest);
      double[][][] said = {content, centred(tokens)};
      fits[p] = pooled(said, options.size());
      bySentence[p] = together(said);
    }
    return new Evidence(fits, bearings, bySentence);
  }

  private static double[][] contentFits(List<TextView> sentences, OptionViews offered) {
    double[][] fits = new double[sentences.size()][offered.size()];
    for (int s = 0; s < fits.length; s++) {
      for (int o = 0; o < offered.size(); o++) {
        fits[s][o] = SCALE * Vectors.dot(sentences.get(s).apart(), offered.fromOthers()[o]);
      }
    }
    return fits;
  }

  private static double[][] tokenMatches(List<TextView> sentences, List<TextView> options) {
    double[][] matches = new double[sentences.size()][options.size()];
    for (int s = 0; s < matches.length; s++) {
      for (int o = 0; o < options.size(); o++) {
        matches[s][o] = TOKEN_SCALE * TokenMatch.nearest(options.get(o), sentences.get(s));
      }
    }
    return matches;
  }

  private static double[] bearings(
      Passage passage, TextView query, OptionViews offered, double tokensBest) {
    List<TextView> sentences = passage.sentences();
    double[] toQuery = new double[sentences.size()];
    double[] toAll = new double[sentences.size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < toQuery.length; s++) {
      TextView sentence = sentences.get(s);
      toQuery[s] = SCALE * sentence.similarity(query);
      toAll[s] = SCALE * Vectors.dot(sentence.apart(), offered.together());
      for (TextView option : offered.options()) {
        best = Math.max(best, SCALE * sentence.similarity(option));
      }
    }
    return new double[] {
      most(toQuery),
      mean(toQuery),
      most(toAll),
      mean(toAll),
      best,
      tokensBest,
      Math.log(sentences.size()),
      3 * (passage.recency() - 0.5)
    };
  }

  /** For each option the best sentence's number and all sentences' mean, kind by kind. */
  private static double[][] pooled(double[][][] said, int options) {
    double[][] pooled = new double[options][FITS.size()];
    for (int kind = 0; kind < said.length; kind++) {
      for (int o = 0; o < options; o++) {
        double[] column = new double[said[kind].length];
        for (int s = 0; s < column.length; s++) {
          column[s] = said[kind][s][o];
        }
        pooled[o][2 * kind] = most(column);
        pooled[o][2 * kind + 1] = mean(column);
      }
    }
    for (int feature = 0; feature < FITS.size(); feature++) {
      double mean = 0;
      for (double[] row : pooled) {
        mean += row[feature] / options;
      }
      for (double[] row : pooled) {
        row[feature] -= mean;
      }
    }
    return pooled;
  }

  private static double[][] together(double[][][] said) {
    double[][] sum = new double[said[0].length][said[0][0].length];
    for (double[][] kind : said) {
      for (int s = 0; s < sum.length; s++) {
        for (int o = 0; o < sum[s].length; o++) {
          sum[s][o] += kind[s][o];
        }
      }
    }
    return sum;
  }

  private static double[][] centred(double[][] rows) {
    for (double[] row : rows) {
      double mean = mean(row);
      for (int o = 0; o < row.length; o++) {
        row[o] -= mean;
      }
    }
    return rows;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double most(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static double most(double[][] rows) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      most = Math.max(most, most(row));
    }
    return most;
  }
}
