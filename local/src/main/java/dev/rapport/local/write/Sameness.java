package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import dev.rapport.page.LineDraft;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two lines say the same. Nearness of vectors alone cannot tell, since "loves spicy food" and
 * "cannot stand spicy food" are as near as two ways of saying the one, so the words must agree too.
 */
final class Sameness {
  private static final double NEAR = 0.86;
  private static final double SHARED_WORDS = 0.5;

  private Sameness() {}

  static boolean same(Slot slot, LineDraft draft, float[] vector) {
    return slot.draft().owner().isSelf() == draft.owner().isSelf()
        && Vectors.dot(slot.vector(), vector) >= NEAR
        && shared(slot.draft().text(), draft.text()) >= SHARED_WORDS;
  }

  /** Words in both as a share of those in the shorter. */
  private static double shared(String a, String b) {
    Set<String> left = new HashSet<>(Words.of(a));
    Set<String> right = new HashSet<>(Words.of(b));
    int shorter = Math.min(left.size(), right.size());
    left.retainAll(right);
    return shorter == 0 ? 0 : (double) left.size() / shorter;
  }
}
