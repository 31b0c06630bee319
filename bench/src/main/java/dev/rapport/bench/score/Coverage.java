package dev.rapport.bench.score;

import dev.rapport.text.Words;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a text holds a statement, by the stems they share. It knows no synonyms (so it misses a
 * statement put in other words) and no negation (so "loves tea" holds "avoids tea"): good for
 * comparing runs, not for reading one line.
 */
final class Coverage {
  /** Share of a statement's stems that a line must hold to count as saying it. */
  static final double SAID = 0.6;

  /** Share of the shorter text's stems that two texts must have in common to be the same words. */
  private static final double SAME = 0.8;

  /** Fewer stems than this prove nothing. */
  private static final int FEWEST = 3;

  private Coverage() {}

  /** Most of a statement's stems that one of the lines holds, 0 to 1. */
  static double best(String statement, Collection<String> lines) {
    Set<String> wanted = stems(statement);
    return lines.stream().mapToDouble(line -> share(wanted, stems(line))).max().orElse(0);
  }

  /** Whether one of the lines says it. */
  static boolean says(String statement, Collection<String> lines) {
    return best(statement, lines) >= SAID;
  }

  /** Whether two texts are the same words, one of them perhaps shortened or within the other. */
  static boolean same(String one, String other) {
    Set<String> first = stems(one);
    Set<String> second = stems(other);
    int shorter = Math.min(first.size(), second.size());
    return shorter < FEWEST
        ? Words.plain(one).equals(Words.plain(other))
        : common(first, second) >= SAME * shorter;
  }

  static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static Set<String> stems(String text) {
    return new LinkedHashSet<>(Words.stems(text));
  }

  private static double share(Set<String> wanted, Set<String> held) {
    return wanted.isEmpty() ? 0 : (double) common(wanted, held) / wanted.size();
  }

  private static long common(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).count();
  }
}
