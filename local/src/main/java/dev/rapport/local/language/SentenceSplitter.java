package dev.rapport.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a stretch into sentences at line ends and at the marks that end a sentence, also before a
 * small letter, since many people type none but those. A full stop behind an abbreviation, an
 * initial or a list number ends nothing.
 */
final class SentenceSplitter {
  private static final String ENDS = ".!?…。！？।";
  private static final String WIDE_ENDS = "。！？";
  private static final String CLOSERS = "\"'’”»)]」*_";
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "dr", "dra", "mr", "mrs", "ms", "st", "sr", "sra", "srta", "prof", "jr", "vs", "etc",
          "eg", "ie", "approx", "tel", "nr", "no", "fr", "frl", "hr", "mme", "mlle", "fig", "vol",
          "inc", "ltd", "ca", "resp", "bzw", "usw", "incl", "dept", "est", "min", "max");

  private SentenceSplitter() {}

  static List<Span> split(String text, Span span) {
    List<Span> sentences = new ArrayList<>();
    int start = span.start();
    int i = span.start();
    while (i < span.end()) {
      char c = text.charAt(i);
      if (c == '\n') {
        add(text, start, i, span, sentences);
        start = i + 1;
      } else if (ENDS.indexOf(c) >= 0) {
        int end = pastMarks(text, i, span.end());
        if (endsHere(text, start, i, end, span.end())) {
          add(text, start, end, span, sentences);
          start = end;
        }
        i = end - 1;
      }
      i++;
    }
    add(text, start, span.end(), span, sentences);
    return sentences;
  }

  private static int pastMarks(String text, int i, int to) {
    int end = i + 1;
    while (end < to
        && (ENDS.indexOf(text.charAt(end)) >= 0 || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean endsHere(String text, int start, int mark, int end, int to) {
    if (end < to && !Character.isWhitespace(text.charAt(end))) {
      return WIDE_ENDS.indexOf(text.charAt(mark)) >= 0;
    }
    if (text.charAt(mark) != '.' || end - mark > 1) {
      return true;
    }
    String before = wordBefore(text, start, mark);
    boolean listNumber =
        !before.isEmpty()
            && before.length() <= 2
            && before.chars().allMatch(Character::isDigit)
            && mark - start <= 4
            && text.substring(start, mark).strip().equals(before);
    boolean initial = before.length() == 1 && Character.isUpperCase(before.charAt(0));
    return !listNumber && !initial && !ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT));
  }

  /** At most a dozen characters are looked at, so that a line of dots stays cheap. */
  private static String wordBefore(String text, int start, int mark) {
    int from = mark;
    while (from > start && mark - from < 12 && isWordOrDot(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, mark).replace(".", "");
  }

  private static boolean isWordOrDot(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private static void add(String text, int from, int to, Span span, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && isTrimmed(text.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Span(start, end, span.zone()));
    }
  }

  private static boolean isTrimmed(char c) {
    return isPadding(c) || "-–—•*>#_)].,;:…'‘’”\"“«「".indexOf(c) >= 0;
  }

  private static boolean isPadding(char c) {
    return Character.isWhitespace(c) || "'‘’“”\"«»「」*_".indexOf(c) >= 0;
  }
}
