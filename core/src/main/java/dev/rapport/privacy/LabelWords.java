package dev.rapport.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of many languages that name private data, from {@code labels.txt}: one label a line,
 * its words and phrases behind it.
 */
final class LabelWords {
  static final LabelWords STANDARD = read("labels.txt");

  private static final int LONGEST_WORD = 32;

  private record Phrase(Label label, String words) {}

  private final Map<String, List<Phrase>> byFirstWord = new LinkedHashMap<>();

  /** Phrases of scripts without spaces, by their first character. */
  private final Map<Character, List<Phrase>> byFirstSign = new LinkedHashMap<>();

  private LabelWords() {}

  private static LabelWords read(String resource) {
    LabelWords words = new LabelWords();
    try (InputStream in = LabelWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource %s is missing beside %s; build again".formatted(resource, LabelWords.class));
      }
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(words::take);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
    words.byFirstWord.values().forEach(LabelWords::longestFirst);
    words.byFirstSign.values().forEach(LabelWords::longestFirst);
    return words;
  }

  private static void longestFirst(List<Phrase> phrases) {
    phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.words.length()).reversed());
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    Label label = Label.valueOf(line.substring(0, colon).strip());
    for (String phrase : line.substring(colon + 1).split(",", -1)) {
      String words = phrase.strip();
      if (isUnspaced(words.charAt(0))) {
        byFirstSign
            .computeIfAbsent(words.charAt(0), first -> new ArrayList<>())
            .add(new Phrase(label, words));
      } else {
        byFirstWord
            .computeIfAbsent(firstWord(words), first -> new ArrayList<>())
            .add(new Phrase(label, words));
      }
    }
  }

  private static String firstWord(String words) {
    int end = 0;
    while (end < words.length() && Reading.isWordish(words.charAt(end))) {
      end++;
    }
    return words.substring(0, end);
  }

  private static boolean isUnspaced(char c) {
    return c >= '\u2E80';
  }

  List<LabelHit> hitsIn(String text) {
    List<LabelHit> hits = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int next = i + 1;
      if (isUnspaced(c)) {
        next = Math.max(next, hit(text, i, byFirstSign.getOrDefault(c, List.of()), hits));
      } else if (Reading.isWordish(c)) {
        int end = wordEnd(text, i);
        next = end;
        if (end - i <= LONGEST_WORD) {
          String word = text.substring(i, end).toLowerCase(Locale.ROOT);
          next = Math.max(end, hit(text, i, byFirstWord.getOrDefault(word, List.of()), hits));
          int last = word.lastIndexOf('_') + 1;
          if (last > 0 && next == end) {
            hit(text, i + last, byFirstWord.getOrDefault(word.substring(last), List.of()), hits);
          }
        }
      }
      i = next;
    }
    return hits;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Reading.isWordish(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The end of the longest phrase that stands at {@code i}, noted in {@code hits}, or 0. */
  private static int hit(String text, int i, List<Phrase> phrases, List<LabelHit> hits) {
    for (Phrase phrase : phrases) {
      int end = i + phrase.words.length();
      if (text.regionMatches(true, i, phrase.words, 0, phrase.words.length())
          && (isUnspaced(text.charAt(i))
              || end == text.length()
              || !Reading.isWordish(text.charAt(end)))) {
        hits.add(new LabelHit(phrase.label, i, end));
        return end;
      }
    }
    return 0;
  }
}
