package dev.rapport.local.write;

import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Zone;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises that a person asks the chatbot to forget something. Rules, not a learned scorer: there
 * are too few examples to learn from, and a wrong guess destroys. A request must be said straight
 * to the chatbot, not in a draft, and must point at what is kept: "your memory", "about me", "what
 * I told you", or ask that it never be brought up again.
 */
final class ForgetCue {
  private static final int LONGEST = 600;
  private static final Pattern REMOVING =
      Pattern.compile(
          "(?iu)\\b(forget|unlearn|unremember|erase|delete|remove|scrub|strike|wipe|purge"
              + "|drop|discard|expunge|ditch|cross"
              + " out|rub out|dismiss|clear|take|put|get rid"
              + " of|lose|leave|olvida|olvídate|borra|oublie|efface"
              + "|vergiss|lösche?|dimentica|cancella|esquece|esqueça|apaga|zapomnij|usuń)\\b");
  private static final Pattern NOT_KEEPING =
      Pattern.compile(
          "(?iu)\\b(do not|don't|dont|never|please not|stop)\\s+(ever\\s+)?"
              + "(keep|keeping|remember|remembering|store|storing|save|saving|record|recording"
              + "|note|retain|hold on to)\\b");
  private static final Pattern KEPT =
      Pattern.compile(
          "(?iu)\\b(your|from|out of|of"
              + " the|clean)\\s+(own\\s+)?(head|memory|mind|records?|notes|files?"
              + "|database|profile|storage|brain|account)\\b"
              + "|\\b(know|keep|hold|have|remember|store|stored|saved|noted|got|learned"
              + "|learnt)\\s+(on|about|of|from)\\s+me\\b|\\bwhat(ever)?"
              + " you (know|keep|hold|remember|have)\\b"
              + "|\\b(that|this|it|thing|things|stuff|part|business|everything|all)\\s+(about|of"
              + "|on)\\s+me\\b|\\bthat"
              + " i\\b|\\babout my\\b"
              + "|\\b(what|that|which)?\\s*i('ve)?\\s+(ever\\s+)?(said|told|mentioned|wrote"
              + "|shared|confessed)\\b|\\bnever"
              + " (knew|told|happened|typed|said)\\b|\\bde (tu|ta|seu|sua)"
              + " (memoria|mémoire|memória)\\b|\\baus deinem gedächtnis\\b");
  private static final Pattern NOT_AGAIN =
      Pattern.compile(
          "(?iu)\\b(do not|don't|dont|never|stop|without|neither|nor)\\s+(ever\\s+)?(to\\s+)?"
              + "(bring|bringing|suggest|suggesting|mention|mentioning|propose|proposing|recommend"
              + "|recommending|refer|referring|use|raise|say|show|remind|build|replace|touch)\\b"
              + "|\\b(just"
              + " )?never again\\b|\\byou (know|knew|don't know|never knew)"
              + " (nothing|nada|it)\\b|\\bas if (you|i) (had )?never\\b|\\blike you"
              + " (never|don't)\\b|\\bstart"
              + " blank\\b|\\b(act|behave|answer|pretend)\\b.{0,30}\\b(never|nothing|don't know|do"
              + " not know)\\b");

  /** "Don't forget the milk", "I'll never forget her", "forgot": nothing to be removed. */
  private static final Pattern REMINDING =
      Pattern.compile(
          "(?iu)\\b(don't|dont|do not|never|didn't|not|won't|can't|cannot|i|we|they|he|she|people"
              + "|to|who|always|ever)\\s+(\\w+\\s+)?forget\\b|\\bforget it\\b[^.]{0,3}$");

  private static final Pattern ABOUT_A_TEXT =
      Pattern.compile(
          "(?iu)\\b(paragraph|sentence|line \\d|lines? of|comma|word|words|column|row|file|folder"
              + "|section|bullet|function|variable|table|heading|spaces?|duplicates?)\\b");

  private static final Pattern OUTRIGHT =
      Pattern.compile(
          "(?iu)\\b(out of|from|in) (your |the )?(own )?(head|memory|mind|records?|notes|files)\\b"
              + "|\\b(keep|know|hold|have|remember|got) (on|about|of) me\\b"
              + "|\\bwhat(ever)? you (know|keep|hold|remember)\\b");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?iu)\\b(forget|unlearn|unremember|erase|delete|remove|scrub|strike|wipe|purge"
              + "|expunge|cross"
              + " out|rub out|olvida"
              + "|olvídate|borra|oublie|efface|vergiss|lösche?|dimentica|cancella|esquece|esqueça"
              + "|apaga|zapomnij|usuń)\\b");

  private ForgetCue() {}

  /** Sentences of the turn that ask it; empty for nearly every turn. */
  static List<Sentence> in(TurnText turn) {
    return turn.sentences().stream()
        .filter(sentence -> sentence.zone() == Zone.DIRECT)
        .filter(sentence -> asks(turn, sentence))
        .toList();
  }

  private static boolean asks(TurnText turn, Sentence sentence) {
    String text = piece(sentence.text());
    boolean kept = KEPT.matcher(text).find();
    boolean again = NOT_AGAIN.matcher(text).find();
    if (NOT_KEEPING.matcher(text).find()) {
      return kept || again || text.matches("(?iu).*\\b(that|this|it|me|any of)\\b.*");
    }
    boolean removing = REMOVING.matcher(text).find() && !REMINDING.matcher(text).find();
    if (!removing || (ABOUT_A_TEXT.matcher(text).find() && !kept)) {
      return false;
    }
    return (strong(text) && (kept || again || againNext(turn, sentence))) || (kept && again);
  }

  /** "Take", "put", "leave" and their like remove only when what is kept is named outright. */
  private static boolean strong(String text) {
    return OUTRIGHT.matcher(text).find() || PLAIN.matcher(text).find();
  }

  /** The sentence less what makes it a request. */
  static String without(String sentence) {
    String text = piece(sentence);
    for (Pattern pattern : List.of(NOT_KEEPING, NOT_AGAIN, OUTRIGHT, KEPT, REMOVING)) {
      text = pattern.matcher(text).replaceAll(" ");
    }
    return text;
  }

  private static boolean againNext(TurnText turn, Sentence sentence) {
    int next = turn.sentences().indexOf(sentence) + 1;
    return next < turn.sentences().size()
        && NOT_AGAIN.matcher(piece(turn.sentences().get(next).text())).find();
  }

  private static String piece(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
