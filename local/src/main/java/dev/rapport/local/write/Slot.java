package dev.rapport.local.write;

import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import org.jspecify.annotations.Nullable;

/** A line on its way through one chunk: one of the page, or one proposed since. */
final class Slot {
  final @Nullable Line known;
  private LineDraft draft;
  private float[] vector;
  private boolean changed;

  private Slot(@Nullable Line known, LineDraft draft, float[] vector) {
    this.known = known;
    this.draft = draft;
    this.vector = vector;
  }

  static Slot known(Line line, float[] vector) {
    return new Slot(line, line.draft(), vector);
  }

  static Slot proposed(LineDraft draft, float[] vector) {
    return new Slot(null, draft, vector);
  }

  LineDraft draft() {
    return draft;
  }

  float[] vector() {
    return vector;
  }

  boolean isChanged() {
    return changed;
  }

  boolean isProtected() {
    return known != null && known.isProtected();
  }

  void say(LineDraft newer, float[] newVector) {
    draft = newer;
    vector = newVector;
    changed = true;
  }
}
