package dev.rapport.local.write;

import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Words;
import dev.rapport.local.language.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns the sentences of one turn into {@link Clause}s: cue counts of the sentence, of the block it
 * stands in and of the words around that block, and where it stands. Needs no model.
 */
final class TurnSigns {
  private static final Cues CUES = Cues.shipped();
  private static final int AROUND_WORDS = 30;
  private static final int AROUND_SENTENCES = 6;
  private static final List<String> PLACES =
      List.of(
          "quoted",
          "words",
          "short",
          "long",
          "first",
          "last",
          "firstInBlock",
          "lastInBlock",
          "place",
          "question",
          "exclaims",
          "digits",
          "commas",
          "sentences",
          "blockShare",
          "hasQuote",
          "hasCode",
          "turnWords",
          "noFirstInTurn",
          "names",
          "colon");

  private static final List<String> PEOPLE =
      List.of("first", "we", "he", "she", "kin", "others", "mine");
  private static final Set<String> ENGLISH =
      Set.of("the", "a", "an", "and", "of", "to", "in", "is", "for", "with", "it", "what", "this");

  private final TurnText turn;
  private final List<List<String>> words = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();
  private final int[] wholeCounts = new int[CUES.names().size()];
  private int wholeWords;
  private boolean hasQuote;
  private boolean hasCode;

  private TurnSigns(TurnText turn) {
    this.turn = turn;
  }

  /** Names of the dense features, in order. */
  static List<String> names() {
    List<String> names = new ArrayList<>(PLACES);
    CUES.names().forEach(name -> names.add("own." + name));
    CUES.names().forEach(name -> names.add("block." + name));
    CUES.names().forEach(name -> names.add("before." + name));
    CUES.names().forEach(name -> names.add("behind." + name));
    return List.copyOf(names);
  }

  /** One clause per sentence that is not code. */
  static List<Clause> of(TurnText turn) {
    TurnSigns signs = new TurnSigns(turn);
    signs.countAll();
    return signs.clauses();
  }

  /** Somebody is spoken of, or the words are not English and it cannot be told. */
  static boolean speakOfPeople(List<Clause> clauses) {
    boolean english =
        clauses.stream().anyMatch(clause -> clause.words().stream().anyMatch(ENGLISH::contains));
    return !english || clauses.stream().anyMatch(TurnSigns::namesPeople);
  }

  private static boolean namesPeople(Clause clause) {
    int[] counts = CUES.count(clause.words());
    return PEOPLE.stream().anyMatch(group -> counts[CUES.indexOf(group)] > 0);
  }

  private void countAll() {
    for (Sentence sentence : turn.sentences()) {
      List<String> own = Words.of(sentence.text());
      int[] count = CUES.count(own);
      words.add(own);
      counts.add(count);
      hasCode |= sentence.zone() == Zone.CODE;
      hasQuote |= sentence.zone() == Zone.QUOTED;
      wholeWords += own.size();
      addTo(wholeCounts, count);
    }
  }

  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    List<Sentence> sentences = turn.sentences();
    int from = 0;
    while (from < sentences.size()) {
      int to = from;
      while (to < sentences.size() && sentences.get(to).block() == sentences.get(from).block()) {
        to++;
      }
      if (sentences.get(from).zone() != Zone.CODE) {
        block(from, to, clauses);
      }
      from = to;
    }
    return clauses;
  }

  private void block(int from, int to, List<Clause> clauses) {
    int[] blockCounts = new int[CUES.names().size()];
    int blockWords = 0;
    for (int i = from; i < to; i++) {
      addTo(blockCounts, counts.get(i));
      blockWords += words.get(i).size();
    }
    boolean quoted = turn.sentences().get(from).zone() == Zone.QUOTED;
    List<String> beforeBlock = before(from);
    List<String> behindBlock = behind(to);
    for (int i = from; i < to; i++) {
      List<String> before = quoted ? beforeBlock : before(i);
      List<String> behind = quoted ? behindBlock : behind(i + 1);
      List<String> around = new ArrayList<>(before);
      around.addAll(behind);
      float[] signs =
          signs(i, from, to, blockCounts, blockWords, CUES.count(before), CUES.count(behind));
      clauses.add(
          new Clause(
              turn.sentences().get(i),
              words.get(i),
              signs,
              HashedWords.of(words.get(i)),
              HashedWords.of(around)));
    }
  }

  /** The last words before the sentence, in order. */
  private List<String> before(int from) {
    List<String> before = new ArrayList<>();
    for (int i = Math.max(0, from - AROUND_SENTENCES); i < from; i++) {
      before.addAll(words.get(i));
    }
    return before.subList(Math.max(0, before.size() - AROUND_WORDS), before.size());
  }

  /** The first words behind it. */
  private List<String> behind(int to) {
    List<String> behind = new ArrayList<>();
    for (int i = to; i < Math.min(words.size(), to + AROUND_SENTENCES); i++) {
      behind.addAll(words.get(i));
    }
    return behind.subList(0, Math.min(AROUND_WORDS, behind.size()));
  }

  private float[] signs(
      int i, int from, int to, int[] block, int blockWords, int[] before, int[] behind) {
    Sentence sentence = turn.sentences().get(i);
    int groups = CUES.names().size();
    float[] signs = new float[PLACES.size() + 4 * groups];
    int at = 0;
    int size = words.get(i).size();
    String text = sentence.text();
    signs[at++] = flag(sentence.zone() == Zone.QUOTED);
    signs[at++] = (float) (Math.log1p(size) / 4);
    signs[at++] = flag(size < 5);
    signs[at++] = flag(size > 25);
    signs[at++] = flag(i == 0);
    signs[at++] = flag(i == words.size() - 1);
    signs[at++] = flag(i == from);
    signs[at++] = flag(i == to - 1);
    signs[at++] = (float) (i + 1) / words.size();
    signs[at++] = flag(text.indexOf('?') >= 0);
    signs[at++] = flag(text.indexOf('!') >= 0);
    signs[at++] = Math.min(1, text.chars().filter(Character::isDigit).count() / 6f);
    signs[at++] = Math.min(1, text.chars().filter(c -> c == ',').count() / 4f);
    signs[at++] = Math.min(1, words.size() / 12f);
    signs[at++] = (float) blockWords / Math.max(1, wholeWords);
    signs[at++] = flag(hasQuote);
    signs[at++] = flag(hasCode);
    signs[at++] = (float) Math.min(1.5, Math.log1p(wholeWords) / 5);
    signs[at++] = flag(wholeCounts[0] + wholeCounts[1] == 0);
    signs[at++] = Math.min(1, namesIn(text) / 3f);
    signs[at++] = flag(text.indexOf(':') >= 0);
    for (int g = 0; g < groups; g++) {
      signs[at + g] = Math.min(1, counts.get(i)[g] / 2f);
      signs[at + groups + g] = Math.min(1, 8f * block[g] / Math.max(8, blockWords));
      signs[at + 2 * groups + g] = Math.min(1, before[g] / 2f);
      signs[at + 3 * groups + g] = Math.min(1, behind[g] / 2f);
    }
    return signs;
  }

  /** Capitalised words that do not begin the sentence, other than "I". */
  private static int namesIn(String text) {
    int names = 0;
    for (String word : text.split("\\s+", -1)) {
      boolean capital =
          word.length() > 1
              && Character.isUpperCase(word.charAt(0))
              && !word.substring(1).equals(word.substring(1).toUpperCase(Locale.ROOT));
      names += capital ? 1 : 0;
    }
    return Math.max(0, names - 1);
  }

  private static void addTo(int[] sum, int[] more) {
    for (int g = 0; g < sum.length; g++) {
      sum[g] += more[g];
    }
  }

  private static float flag(boolean holds) {
    return holds ? 1 : 0;
  }
}
