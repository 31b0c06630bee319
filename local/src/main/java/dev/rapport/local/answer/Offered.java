package dev.rapport.local.answer;

import dev.rapport.local.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of an option that it offers, as against those it keeps out: "no nuts", "nut-free". */
final class Offered {
  private static final Pattern BREAK =
      Pattern.compile("[,;:.!?()–—\"]+|\\s-+\\s|\\bbut\\b|\\bwith\\b");
  private static final Phrases WITHOUT = Phrases.of("without");
  private static final Phrases STAND_IN = Phrases.of("stand-in");
  private static final Phrases MADE_OF = Phrases.of("made-of");

  private Offered() {}

  /** Words with content and, where two follow each other, pairs; lower case, in order. */
  static List<String> in(String option) {
    List<String> offered = new ArrayList<>();
    for (String clause : BREAK.split(option, -1)) {
      List<String> words = Words.of(clause);
      String before = "";
      for (int i = 0; i < words.size() && WITHOUT.at(words, i) == 0; i++) {
        boolean content = !dev.rapport.text.Words.stems(words.get(i)).isEmpty();
        boolean freeOf = i + 1 < words.size() && words.get(i + 1).equals("free");
        boolean standIn = isStandIn(words, i);
        if (content && !freeOf && !standIn) {
          offered.add(words.get(i));
          if (!before.isEmpty()) {
            offered.add(before + " " + words.get(i));
          }
        }
        before = content && !freeOf && !standIn ? words.get(i) : "";
      }
    }
    return offered;
  }

  private static boolean isStandIn(List<String> words, int at) {
    return STAND_IN.in(words.subList(Math.max(0, at - 2), at))
        || STAND_IN.in(words.subList(Math.max(0, at - 1), at + 1))
        || MADE_OF.in(words.subList(Math.max(0, at - 1), at));
  }
}
