package dev.rapport.strategy.page;

import dev.rapport.text.Words;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How much two texts say the same, by stems and, for what stems cannot compare, by runs of three
 * characters. From 0 to 1.
 */
final class Likeness {
  private static final int GRAM = 3;
  private static final double STEM_SHARE = 0.8;

  private final Set<String> stems;
  private final Set<String> grams;

  private Likeness(String text) {
    this.stems = new LinkedHashSet<>(Words.stems(text));
    this.grams = grams(Words.plain(text));
  }

  static Likeness to(String text) {
    return new Likeness(text);
  }

  /** Share of this text that the other one has too. */
  double coverageBy(String other) {
    Likeness theirs = new Likeness(other);
    return STEM_SHARE * covered(stems, theirs.stems)
        + (1 - STEM_SHARE) * covered(grams, theirs.grams);
  }

  /** Dice's coefficient: the same both ways. */
  double dice(Likeness other) {
    return Math.max(dice(stems, other.stems), dice(grams, other.grams));
  }

  private static double covered(Set<String> all, Set<String> by) {
    return all.isEmpty() ? 0 : (double) common(all, by) / all.size();
  }

  private static double dice(Set<String> a, Set<String> b) {
    int size = a.size() + b.size();
    return size == 0 ? 0 : 2.0 * common(a, b) / size;
  }

  private static long common(Set<String> a, Set<String> b) {
    return a.stream().filter(b::contains).count();
  }

  private static Set<String> grams(String plain) {
    Set<String> grams = new LinkedHashSet<>();
    for (int i = 0; i + GRAM <= plain.length(); i++) {
      grams.add(plain.substring(i, i + GRAM));
    }
    return grams;
  }
}
