package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import dev.rapport.model.Vectors;
import dev.rapport.page.LineDraft;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a new line stands to a known one. Nearness of vectors alone cannot tell, since "loves spicy
 * food" and "cannot stand spicy food" are as near as two ways of saying the one: the words decide.
 * When in doubt both stay, the newer one below.
 */
enum Sameness {
  /** Says the same again, or less. */
  SAME,
  /** Says the same and more. */
  FULLER,
  /** Takes it back or says that it changed. */
  NEWER,
  /** Neither, or it cannot be told. */
  DIFFERENT;

  private static final double NEAR = 0.6;
  private static final double VERY_NEAR = 0.84;
  private static final double SAME_WORDS = 0.5;
  private static final double SOME_WORDS = 0.2;
  private static final Set<String> FIRST = Set.of("i", "i'm", "i've", "i'd", "i'll", "im");
  private static final Set<String> EMPTY = Set.copyOf(Resources.lines("empty-words.txt"));
  private static final Set<String> FRAMING = Set.copyOf(Resources.lines("framing-words.txt"));
  private static final Set<String> CHANGES = Set.copyOf(Resources.lines("changes.txt"));

  static Sameness of(Slot known, LineDraft draft, float[] vector) {
    boolean oneOwner = known.draft().owner().isSelf() == draft.owner().isSelf();
    double near = Vectors.dot(known.vector(), vector);
    if (!oneOwner || near < NEAR) {
      return DIFFERENT;
    }
    String was = known.draft().text();
    String says = draft.text();
    if (draft.owner().isSelf() && tellsOneThing(was) && isOtherChoice(was, says)) {
      return NEWER;
    }
    Set<String> before = stems(was);
    Set<String> after = stems(says);
    double shared = shared(before, after);
    boolean sameWords = before.size() > 1 && before.equals(after);
    if (sameWords || (near >= VERY_NEAR && shared >= SAME_WORDS)) {
      boolean agree = denies(was) == denies(says) && tellsChange(was) == tellsChange(says);
      return ofNear(before, after, agree);
    }
    boolean taken = draft.owner().isSelf() && tellsChange(says) && tellsOneThing(was);
    return shared >= SOME_WORDS && taken ? NEWER : DIFFERENT;
  }

  /**
   * Two lines that could pass for one. Where each names what the other does not, they tell two
   * things: walnuts and peanuts are as near as walnuts and nuts.
   */
  private static Sameness ofNear(Set<String> before, Set<String> after, boolean agree) {
    if (!after.containsAll(before) && !before.containsAll(after)) {
      return DIFFERENT;
    }
    if (!agree) {
      return NEWER;
    }
    return before.containsAll(after) ? SAME : FULLER;
  }

  private static boolean isOtherChoice(String was, String says) {
    Optional<Choice> before = Choice.in(was);
    return before.isPresent()
        && Choice.in(says).filter(now -> now.excludes(before.get())).isPresent();
  }

  /** A line that says more than one thing of the person is not taken back as a whole. */
  private static boolean tellsOneThing(String text) {
    return Words.of(text).stream().filter(FIRST::contains).count() <= 1;
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
  private static double shared(Set<String> before, Set<String> after) {
    int shorter = Math.min(before.size(), after.size());
    long both = before.stream().filter(after::contains).count();
    return shorter == 0 ? 0 : (double) both / shorter;
  }

  private static Set<String> stems(String text) {
    return Words.of(text).stream()
        .filter(word -> word.length() > 2 || Character.isDigit(word.charAt(0)))
        .filter(word -> !EMPTY.contains(word) && !FRAMING.contains(word) && !denies(word))
        .map(word -> word.substring(0, Math.min(5, word.length())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
