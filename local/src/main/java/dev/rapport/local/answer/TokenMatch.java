package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares texts token by token. */
final class TokenMatch {
  private TokenMatch() {}

  /**
   * Mean, by weight, over the option's tokens of the cosine to the line's nearest token: late
   * interaction as in ColBERT (arXiv 2004.12832, section 3.2), with rare tokens weighing more.
   */
  static double nearest(TextView option, TextView line) {
    Reading from = option.reading;
    Reading to = line.reading;
    if (option.weightSum == 0 || to.size() == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < from.size(); i++) {
      if (option.weights[i] > 0) {
        float most = -1;
        for (int j = 0; j < to.size(); j++) {
          most = Math.max(most, from.similarity(i, to, j));
        }
        sum += option.weights[i] * most;
      }
    }
    return sum / option.weightSum;
  }

  /** Weight of the option's tokens that the line has too, but not those all options have. */
  static double shared(TextView option, boolean[] common, TextView line) {
    Set<Integer> said = tokens(line.reading);
    Set<Integer> counted = new LinkedHashSet<>();
    double sum = 0;
    for (int i = 0; i < option.reading.size(); i++) {
      int token = option.reading.token(i);
      if (!common[i] && said.contains(token) && counted.add(token)) {
        sum += option.weights[i];
      }
    }
    return sum;
  }

  /** For each option, which of its tokens stand in every option; {@code [O][tokens]}. */
  static boolean[][] inAllOptions(List<TextView> options) {
    Set<Integer> everywhere = tokens(options.getFirst().reading);
    options.forEach(option -> everywhere.retainAll(tokens(option.reading)));
    boolean[][] common = new boolean[options.size()][];
    for (int o = 0; o < common.length; o++) {
      Reading reading = options.get(o).reading;
      common[o] = new boolean[reading.size()];
      for (int i = 0; i < reading.size(); i++) {
        common[o][i] = everywhere.contains(reading.token(i));
      }
    }
    return common;
  }

  private static Set<Integer> tokens(Reading reading) {
    Set<Integer> tokens = new LinkedHashSet<>();
    for (int i = 0; i < reading.size(); i++) {
      tokens.add(reading.token(i));
    }
    return tokens;
  }
}
