package dev.rapport.strategy.answer;

import dev.rapport.memory.Options;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the option a reply names, from the surest mark to the least sure: a box, "Final answer: B",
 * a last line that is only a letter, "option B", one option's words and no other's, "option 2". The
 * last mark counts, since models weigh before they decide. A mark that names two options, or none
 * that was offered, counts as none.
 */
sealed interface LetterReading {
  /** The reply marked its answer. */
  record Marked(int option) implements LetterReading {}

  /** The answer had to be gathered from other words. */
  record Read(int option) implements LetterReading {}

  /** The reply names no option, or several. */
  record None() implements LetterReading {}

  /** Only a reply's end is read; that is where answers stand. */
  int READ_FROM_END = 20_000;

  /** A letter that stands for an option, with what models put around it. */
  String LETTER = "[\\s*_`\"'“‘$({\\[]{0,8}(?:\\\\(?:text|mathbf|mathrm)\\{)?([A-Za-z])";

  /** Nothing may follow that would make the letter part of a word. */
  String END = "(?![\\p{L}\\p{N}'’_-])";

  Pattern BOXED =
      Pattern.compile("\\\\(?:boxed|fbox)\\s{0,3}\\{" + LETTER + "[\\s\\])}.*]{0,6}(?=[}$.\\s]|$)");

  Pattern ANSWER =
      Pattern.compile(
          "(?i)\\b(?:final\\s+)?(?:answer|choice)\\b[\\s*_`]{0,6}(?:is\\b|:|=|-|–|—)[\\s*_`:]{0,8}"
              + "(?:(?:option|choice|letter)\\b[\\s*_`:]{0,4})?"
              + LETTER
              + END);

  Pattern ALONE = Pattern.compile("(?i)^(?:option\\s+)?" + LETTER + "[\\s*_`\"'”’$)}\\].:]{0,8}$");

  Pattern LISTED =
      Pattern.compile("^[\\s*_`(\\[]{0,6}([A-Z])[*_`]{0,3}[).\\]:][*_`]{0,3}\\s+\\S.*$");

  Pattern OPTION = Pattern.compile("(?i)\\boption[\\s*_`(\\[\"']{1,6}([A-Z])" + END);

  /** "Option 2", "the answer is 2", a line that is "2.": by place, where nothing else is said. */
  Pattern NUMBERED =
      Pattern.compile(
          "(?im)(?:\\boption[\\s*_`(\\[#\"']{1,6}"
              + "|\\b(?:answer|choice)\\b[\\s*_`]{0,6}(?:is\\b|:)[\\s*_`:(\\[#]{0,8}"
              + "|\\\\boxed\\{"
              + "|^[*_`(\\[# ]{0,6}(?=[1-9][*_`)\\]}\"'. ]{0,6}$))"
              + "([1-9])[*_`)\\]}\"']{0,6}(?:[.,;:!]?(?:\\s|$)|\\$)");

  /** "A or B", "B and C": said of several. */
  Pattern ALSO =
      Pattern.compile("^[\\s*_`)\\]}\"'.]{0,6}(?i:or|and|/|&|,)[\\s*_`(\\[{\"']{0,6}[A-Z]" + END);

  /** "A good choice": an article, not an option. */
  Pattern ARTICLE = Pattern.compile("^ (?!because|since|as\\b|for\\b|is\\b|it\\b)[a-z]");

  /** {@code <answer>B</answer>}, as some are trained to mark it. */
  Pattern ANSWER_TAG = Pattern.compile("(?i)<(?:final[_-]?)?answer>");

  /** Other tags around letters and lines. */
  Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z_-]{0,20}/?>");

  static LetterReading of(String reply, Options options) {
    String end = reply.substring(Math.max(0, reply.length() - READ_FROM_END));
    String marked = ANSWER_TAG.matcher(end).replaceAll("\nAnswer: ");
    return read(TAG.matcher(marked).replaceAll(" "), options);
  }

  private static LetterReading read(String end, Options options) {
    Optional<Integer> marked = marked(end, options);
    if (marked.isPresent()) {
      return new Marked(marked.get());
    }
    return alone(end, options)
        .or(() -> onlyOne(OPTION, end, options))
        .or(() -> repeated(end, options))
        .or(() -> onlyOne(NUMBERED, end, options))
        .<LetterReading>map(Read::new)
        .orElseGet(None::new);
  }

  /** Of a box and a marked answer that differ, the later one. */
  private static Optional<Integer> marked(String text, Options options) {
    Optional<Mark> boxed = last(BOXED, text, options);
    Optional<Mark> answered = last(ANSWER, text, options);
    return Stream.of(boxed, answered)
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(Mark::at))
        .map(Mark::option);
  }

  /** Where a reply names an option. */
  record Mark(int at, int option) {}

  private static Optional<Mark> last(Pattern pattern, String text, Options options) {
    Matcher matcher = pattern.matcher(text);
    Optional<Mark> last = Optional.empty();
    boolean several = false;
    while (matcher.find()) {
      String rest = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 40));
      boolean article = matcher.group(1).equalsIgnoreCase("a") && ARTICLE.matcher(rest).find();
      Optional<Integer> option = offered(matcher.group(1), options);
      if (!article && option.isPresent()) {
        last = Optional.of(new Mark(matcher.start(), option.get()));
        several = ALSO.matcher(rest).find();
      }
    }
    return several ? Optional.empty() : last;
  }

  /** A last line, or an only line, that is a letter or an option with its letter. */
  private static Optional<Integer> alone(String text, Options options) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher alone = ALONE.matcher(lines.getLast());
    if (alone.matches()) {
      return offered(alone.group(1), options);
    }
    List<Integer> listed = new ArrayList<>();
    for (String line : lines) {
      Matcher option = LISTED.matcher(line);
      if (option.matches()) {
        offered(option.group(1), options).ifPresent(listed::add);
      }
    }
    return listed.size() == 1 ? Optional.of(listed.getFirst()) : Optional.empty();
  }

  private static Optional<Integer> onlyOne(Pattern pattern, String text, Options options) {
    Set<Integer> named = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      offered(matcher.group(1), options).ifPresent(named::add);
    }
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }

  private static Optional<Integer> repeated(String text, Options options) {
    String said = " " + Words.plain(text) + " ";
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String words = Words.plain(options.texts().get(i));
      if (!words.isEmpty() && said.contains(" " + words + " ")) {
        found.add(i);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<Integer> offered(String letter, Options options) {
    char sign = Character.toUpperCase(letter.charAt(0));
    int option = Character.isDigit(sign) ? sign - '1' : sign - 'A';
    return option >= 0 && option < options.size() ? Optional.of(option) : Optional.empty();
  }
}
