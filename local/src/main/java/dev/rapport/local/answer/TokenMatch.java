package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;

/** Compares texts token by token. */
final class TokenMatch {
  private TokenMatch() {}

  /**
   * Mean, by weight, over the option's tokens of the cosine to the line's nearest token: late
   * interaction as in ColBERT (arXiv 2004.12832, section 3.2), with rare tokens weighing more.
   */
  static double nearest(TextView option, TextView line) {
    Reading from = option.reading();
    Reading to = line.reading();
    if (option.weightSum() == 0 || to.size() == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < from.size(); i++) {
      if (option.weights()[i] > 0) {
        float most = -1;
        for (int j = 0; j < to.size(); j++) {
          most = Math.max(most, from.similarity(i, to, j));
        }
        sum += option.weights()[i] * most;
      }
    }
    return sum / option.weightSum();
  }
}
