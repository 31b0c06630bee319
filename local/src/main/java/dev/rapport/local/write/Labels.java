package dev.rapport.local.write;

import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Sensitivity;

/** Says what sort of thing a finding tells, how outright, and how much tact it asks for. */
final class Labels {
  private static final Cues CUES = Cues.shipped();

  /** Log odds; low, since a line marked without need costs less than one not marked. */
  private static final double SENSITIVE_AT = -0.8;

  private final Scorers scorers;

  Labels(Scorers scorers) {
    this.scorers = scorers;
  }

  Sensitivity sensitivity(Finding finding) {
    double health = scorers.health().score(finding.clause(), finding.vector());
    double therapy = scorers.therapy().score(finding.clause(), finding.vector());
    if (Math.max(health, therapy) < SENSITIVE_AT) {
      return Sensitivity.ORDINARY;
    }
    return health > therapy ? Sensitivity.HEALTH : Sensitivity.THERAPY;
  }

  /** Whether the words are so surely about body or mind that they belong under that heading. */
  boolean isPlainlySensitive(Finding finding) {
    return scorers.health().score(finding.clause(), finding.vector()) > 0
        || scorers.therapy().score(finding.clause(), finding.vector()) > 0;
  }

  static Kind kind(Finding finding, Sensitivity sensitivity) {
    int[] cues = CUES.count(finding.clause().words());
    if (sensitivity == Sensitivity.HEALTH || (has(cues, "must") && has(cues, "body"))) {
      return Kind.CONSTRAINT;
    }
    if (has(cues, "like") || has(cues, "never")) {
      return Kind.PREFERENCE;
    }
    if (has(cues, "habit")) {
      return Kind.HABIT;
    }
    return sensitivity == Sensitivity.THERAPY ? Kind.FACT : Kind.PREFERENCE;
  }

  /** Outright: the person names a liking, a refusal or a need of their own. */
  static Basis basis(Finding finding) {
    int[] cues = CUES.count(finding.clause().words());
    boolean names = has(cues, "like") || has(cues, "must") || has(cues, "never");
    return has(cues, "first") && names ? Basis.STATED : Basis.INFERRED;
  }

  private static boolean has(int[] cues, String group) {
    return cues[CUES.indexOf(group)] > 0;
  }
}
