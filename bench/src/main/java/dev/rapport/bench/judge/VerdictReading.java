package dev.rapport.bench.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads yes or no from whatever a judge wrote: the last line marked as a verdict, else the last
 * box, else a reply or a last line that is the word alone. Words that say both say nothing.
 */
final class VerdictReading {
  private static final String AROUND = "[\\s*_`\"'\u201c\u2018$(\\[{<]{0,8}";
  private static final String WORD =
      "(yes|no|true|false|correct|incorrect|pass|passed|fail|failed|right|wrong|1(?:\\.0)?|0(?:\\.0)?)"
          + "(?![\\p{L}\\p{N}'\u2019_.-]*[\\p{L}\\p{N}])";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)\\b(?:verdict|decision|judge?ment|score|final answer|answer)\\b[\"'*_`\\s]{0,6}"
              + "(?:is\\b|:|=|-|\u2013|\u2014)[\\s*_`:]{0,8}"
              + AROUND
              + "(?:\\\\boxed\\{"
              + AROUND
              + "(?:\\\\text\\{)?)?"
              + WORD);

  private static final Pattern BOXED =
      Pattern.compile(
          "(?i)\\\\(?:boxed|fbox)\\s{0,3}\\{" + AROUND + "(?:\\\\text\\{)?" + AROUND + WORD);

  private static final Pattern ALONE =
      Pattern.compile("(?i)^" + AROUND + WORD + "[\\s*_`\"'\u201d\u2019$)\\]}>.!]{0,8}$");

  private static final Pattern FIRST = Pattern.compile("(?i)^" + AROUND + "(yes|no)\\b");

  private static final List<String> YES =
      List.of("yes", "true", "correct", "pass", "passed", "right", "1", "1.0");

  private VerdictReading() {}

  static Optional<Boolean> of(String reply) {
    return last(MARKED, reply)
        .or(() -> last(BOXED, reply))
        .or(() -> alone(reply))
        .or(() -> first(reply));
  }

  private static Optional<Boolean> last(Pattern pattern, String reply) {
    Matcher matcher = pattern.matcher(reply);
    Optional<Boolean> last = Optional.empty();
    while (matcher.find()) {
      String rest = reply.substring(matcher.end(), Math.min(reply.length(), matcher.end() + 16));
      // "Verdict: yes or no", "Verdict: yes/no": the form, said again.
      last =
          rest.matches("(?is)[\\s*_`\"']{0,4}(?:or\\b|/|\\|).*")
              ? Optional.empty()
              : Optional.of(isYes(matcher.group(1)));
    }
    return last;
  }

  private static Optional<Boolean> alone(String reply) {
    List<String> lines = reply.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = ALONE.matcher(lines.getLast());
    return matcher.matches() ? Optional.of(isYes(matcher.group(1))) : Optional.empty();
  }

  /** "Yes, because ...", if no line begins with the other word. */
  private static Optional<Boolean> first(String reply) {
    List<Boolean> said =
        reply
            .lines()
            .map(String::strip)
            .map(FIRST::matcher)
            .filter(Matcher::find)
            .map(matcher -> isYes(matcher.group(1)))
            .distinct()
            .toList();
    return said.size() == 1 && FIRST.matcher(reply.strip()).find()
        ? Optional.of(said.getFirst())
        : Optional.empty();
  }

  private static boolean isYes(String word) {
    return YES.contains(word.toLowerCase(Locale.ROOT));
  }
}
