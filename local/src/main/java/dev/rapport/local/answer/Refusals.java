package dev.rapport.local.answer;

import dev.rapport.local.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads from a sentence what its speaker refuses: what makes them ill, what they cannot stand, what
 * they gave up. What somebody else refuses, what is denied, asked or only supposed is left out.
 */
final class Refusals {
  private static final Pattern BREAK = Pattern.compile("[,;:.!?()\\[\\]–—\"]+|\\s-+\\s|\\bbut\\b");
  private static final Pattern AND = Pattern.compile("\\s+(?:and|or|nor|&)\\s+");
  private static final int LONGEST_THING = 4;
  private static final int DENIAL_REACH = 2;
  private static final Set<String> JOINING = Set.of("and", "or", "nor", "any", "all", "even");
  private static final Set<String> GOES_ON = Set.of("and", "or", "now", "anymore", "myself", "any");
  private static final Set<String> FILLERS =
      Set.of("any", "all", "kind", "kinds", "really", "every", "even", "thing", "things");

  private static final Phrases BEFORE = Phrases.of("before");
  private static final Phrases AFTER = Phrases.of("after");
  private static final Phrases MEANS = Phrases.of("means");
  private static final Phrases DENIED = Phrases.of("denied");
  private static final Phrases SUPPOSED = Phrases.of("supposed");
  private static final Phrases OWN = Phrases.of("own");
  private static final Phrases OTHER = Phrases.of("other");
  private static final Phrases PEOPLE = Phrases.of("people");
  private static final Phrases END = Phrases.of("end");
  private static final Phrases THEN = Phrases.of("then");

  private final List<Refusal> found = new ArrayList<>();
  private boolean listing; // the clause before ended inside a list of refused things

  private Refusals() {}

  /** In order; empty for a question. */
  static List<Refusal> in(String sentence) {
    if (sentence.strip().endsWith("?")) {
      return List.of();
    }
    Refusals refusals = new Refusals();
    for (String clause : BREAK.split(sentence, -1)) {
      refusals.read(Words.of(clause));
    }
    return refusals.found;
  }

  private void read(List<String> clause) {
    if (clause.isEmpty()) {
      return;
    }
    if (listing && isListed(clause)) {
      things(clause, 0);
      return;
    }
    listing = false;
    for (int i = 0; i < clause.size(); i++) {
      i += readAt(clause, i);
    }
  }

  /** The number of words to pass over besides this one. */
  private int readAt(List<String> clause, int at) {
    int before = BEFORE.at(clause, at);
    if (before > 0 && isOwn(clause, at, before) && things(clause, at + before)) {
      return before - 1;
    }
    int means = MEANS.at(clause, at);
    if (means > 0 && isOwn(clause, at, means) && standsAlone(clause, at + means)) {
      for (String thing : MEANS.meaning(clause.subList(at, at + means))) {
        found.add(new Refusal(thing, true));
      }
      return means - 1;
    }
    int after = AFTER.at(clause, at);
    if (after > 0 && !denied(clause, at)) {
      preceding(clause.subList(0, at));
      return after - 1;
    }
    return 0;
  }

  private static boolean isListed(List<String> clause) {
    List<String> plain = clause.stream().filter(word -> !JOINING.contains(word)).toList();
    return plain.size() <= LONGEST_THING && !OWN.in(clause) && !OTHER.in(clause) && !END.in(plain);
  }

  /** "I am vegan", "vegan since March", not "a vegan friend of mine". */
  private static boolean standsAlone(List<String> clause, int next) {
    return next >= clause.size() || END.at(clause, next) > 0 || GOES_ON.contains(clause.get(next));
  }

  private static boolean isOwn(List<String> clause, int at, int length) {
    return !denied(clause, at) && !another(clause.subList(0, at), clause.subList(at, at + length));
  }

  private static boolean denied(List<String> clause, int at) {
    return SUPPOSED.in(clause.subList(0, at))
        || DENIED.in(clause.subList(Math.max(0, at - DENIAL_REACH), at));
  }

  /** The nearest word that names a subject decides; without one the sentence is the person's. */
  private static boolean another(List<String> preceding, List<String> cue) {
    if (OTHER.in(cue)) {
      return true;
    }
    for (int i = preceding.size() - 1; i >= 0; i--) {
      List<String> word = preceding.subList(i, i + 1);
      if (OTHER.in(word) || PEOPLE.in(word)) {
        return true;
      }
      if (OWN.in(word)) {
        return false;
      }
    }
    return false;
  }

  /** Takes the things from here on, as far as they go; whether there was one. */
  private boolean things(List<String> clause, int from) {
    int end = from;
    while (end < clause.size() && END.at(clause, end) == 0) {
      end++;
    }
    boolean always = end >= clause.size() || THEN.at(clause, end) == 0;
    int known = found.size();
    for (String part : AND.split(String.join(" ", clause.subList(from, end)), -1)) {
      add(Words.of(part), always);
    }
    listing = found.size() > known && end >= clause.size();
    return found.size() > known;
  }

  private void add(List<String> words, boolean always) {
    List<String> content = content(words);
    if (!content.isEmpty() && words.size() <= LONGEST_THING + 2) {
      int from = Math.max(0, content.size() - LONGEST_THING);
      found.add(new Refusal(String.join(" ", content.subList(from, content.size())), always));
    }
  }

  private void preceding(List<String> words) {
    if (PEOPLE.in(words) && !OWN.in(words.subList(words.size() - 1, words.size()))) {
      return;
    }
    int from =
        IntStream.iterate(words.size() - 1, i -> i >= 0, i -> i - 1)
            .filter(i -> OWN.at(words, i) > 0 || END.at(words, i) > 0)
            .findFirst()
            .orElse(-1);
    for (String part : AND.split(String.join(" ", words.subList(from + 1, words.size())), -1)) {
      add(Words.of(part), true);
    }
  }

  private static List<String> content(List<String> words) {
    return words.stream()
        .filter(word -> !dev.rapport.text.Words.stems(word).isEmpty())
        .filter(word -> !FILLERS.contains(word))
        .toList();
  }
}
