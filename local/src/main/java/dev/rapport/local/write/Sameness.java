package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import dev.rapport.page.LineDraft;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a new line stands to a known one. Nearness of vectors alone cannot tell, since "loves spicy
 * food" and "cannot stand spicy food" are as near as two ways of saying the one: the words decide.
 * When in doubt both stay, the newer one below.
 */
enum Sameness {
  /** Says the same again. */
  SAME,
  /** Takes it back or says that it changed. */
  NEWER,
  /** Neither, or it cannot be told. */
  DIFFERENT;

  private static final double NEAR = 0.6;
  private static final double VERY_NEAR = 0.84;
  private static final double SAME_WORDS = 0.5;
  private static final double SOME_WORDS = 0.2;
  private static final Set<String> EMPTY = Set.copyOf(Resources.lines("empty-words.txt"));
  private static final Set<String> CHANGES = Set.copyOf(Resources.lines("changes.txt"));

  static Sameness of(Slot known, LineDraft draft, float[] vector) {
    boolean oneOwner = known.draft().owner().isSelf() == draft.owner().isSelf();
    double near = Vectors.dot(known.vector(), vector);
    if (!oneOwner || near < NEAR) {
      return DIFFERENT;
    }
    double shared = shared(known.draft().text(), draft.text());
    if (near >= VERY_NEAR && shared >= SAME_WORDS) {
      return denies(known.draft().text()) == denies(draft.text()) ? SAME : NEWER;
    }
    return shared >= SOME_WORDS && draft.owner().isSelf() && tellsChange(draft.text())
        ? NEWER
        : DIFFERENT;
  }

  private static boolean denies(String text) {
    Cues cues = Cues.shipped();
    return cues.count(Words.of(text))[cues.indexOf("never")] > 0;
  }

  private static boolean tellsChange(String text) {
    String spaced = ' ' + String.join(" ", Words.of(text)) + ' ';
    return CHANGES.stream().anyMatch(change -> spaced.contains(' ' + change + ' '));
  }

  /** Content words' stems in both as a share of those in the shorter. */
  private static double shared(String a, String b) {
    Set<String> left = stems(a);
    Set<String> right = stems(b);
    int shorter = Math.min(left.size(), right.size());
    left.retainAll(right);
    return shorter == 0 ? 0 : (double) left.size() / shorter;
  }

  private static Set<String> stems(String text) {
    return Words.of(text).stream()
        .filter(word -> word.length() > 2 && !EMPTY.contains(word))
        .map(word -> word.substring(0, Math.min(5, word.length())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
