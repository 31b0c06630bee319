package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a sentence short enough for a line: the stretch of it that says most, word for word. */
final class LineText {
  static final int MOST_WORDS = 40;
  private static final int MOST_CHARACTERS = 240;
  private static final int MOST_PIECES = 64;
  private static final Pattern BREAKS = Pattern.compile("(?<=[,;:–—])\\s+|\\s+-\\s+");
  private static final Pattern DECORATION = Pattern.compile("[`*_#|\\p{Cf}]+");
  private static final List<String> TELLING =
      List.of("first", "habit", "never", "like", "body", "mind", "must", "time");

  private LineText() {}

  /** Without line breaks, signs of markup or more than {@value #MOST_WORDS} words. */
  static String of(String sentence) {
    String flat = DECORATION.matcher(sentence).replaceAll("").replaceAll("\\s+", " ").strip();
    String kept = Words.of(flat).size() > MOST_WORDS ? bestStretch(flat) : flat;
    return cut(firstWords(kept));
  }

  private static String firstWords(String text) {
    String[] words = text.split(" ", MOST_WORDS + 1);
    return words.length <= MOST_WORDS
        ? text
        : String.join(" ", List.of(words).subList(0, MOST_WORDS));
  }

  /** Verbatim piece of the turn, at a word's end. */
  static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = text.lastIndexOf(' ', MOST_CHARACTERS);
    int at = end < MOST_CHARACTERS / 2 ? MOST_CHARACTERS : end;
    return text.substring(0, Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at);
  }

  private static String bestStretch(String flat) {
    String[] pieces = BREAKS.split(flat, MOST_PIECES);
    List<List<String>> words = new ArrayList<>();
    for (String piece : pieces) {
      words.add(Words.of(piece));
    }
    double best = -1;
    int bestFrom = 0;
    int bestTo = 1;
    for (int from = 0; from < pieces.length; from++) {
      int size = 0;
      double says = 0;
      for (int to = from; to < pieces.length; to++) {
        size += words.get(to).size();
        if (size > MOST_WORDS && to > from) {
          break;
        }
        says += 0.1 * words.get(to).size() + telling(words.get(to));
        if (says > best) {
          best = says;
          bestFrom = from;
          bestTo = to + 1;
        }
      }
    }
    return String.join(" ", List.of(pieces).subList(bestFrom, bestTo));
  }

  private static int telling(List<String> words) {
    int[] counts = Cues.shipped().count(words);
    return TELLING.stream().mapToInt(name -> counts[Cues.shipped().indexOf(name)]).sum();
  }
}
