package dev.rapport.local.answer;

import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.privacy.PrivacyFinding;
import dev.rapport.privacy.PrivacyGate;
import java.util.List;

/** A rule, not learned: an answer gives no private data away that the question did not bring up. */
final class Caution {
  private static final double PRIVATE = 0.05;

  private final PrivacyGate privacy;

  Caution(PrivacyGate privacy) {
    this.privacy = privacy;
  }

  /**
   * @param likely probability of each option by the page
   * @return tempered probabilities; sum to 1
   */
  double[] temper(double[] likely, Query query, Options options) {
    double[] tempered = new double[likely.length];
    double sum = 0;
    for (int o = 0; o < likely.length; o++) {
      double leaked = givesAway(options.texts().get(o), query) ? PRIVATE : 1;
      tempered[o] = likely[o] * leaked;
      sum += tempered[o];
    }
    for (int o = 0; o < likely.length; o++) {
      tempered[o] /= sum;
    }
    return tempered;
  }

  private boolean givesAway(String option, Query query) {
    List<PrivacyFinding> found = privacy.find(option);
    return found.stream()
        .map(finding -> option.substring(finding.start(), finding.end()))
        .anyMatch(span -> !query.text().contains(span));
  }
}
