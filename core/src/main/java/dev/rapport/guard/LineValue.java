package dev.rapport.guard;

import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.Sensitivity;
import java.util.Comparator;

/**
 * Which line is worth more when not all can stay: what must be respected, the person's own over
 * others', what was said more often, stated over inferred, newer over older.
 */
final class LineValue {
  /** The least valuable first. Lines that are equal in all of it: the older one first. */
  static final Comparator<Line> ASCENDING =
      Comparator.comparing(LineValue::mustBeRespected)
          .thenComparing(line -> line.owner().isSelf())
          .thenComparingInt(line -> line.sources().size())
          .thenComparing(line -> line.basis() == Basis.STATED)
          .thenComparing(Line::since)
          .thenComparingInt(line -> line.id().number());

  private LineValue() {}

  private static boolean mustBeRespected(Line line) {
    return line.kind() == Kind.CONSTRAINT || line.sensitivity() != Sensitivity.ORDINARY;
  }
}
