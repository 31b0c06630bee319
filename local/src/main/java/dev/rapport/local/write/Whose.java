package dev.rapport.local.write;

import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Zone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom the person says a text is from or about: "daughter-in-law Kate", "client". */
final class Whose {
  private static final String SOMEONE = "someone else";
  private static final Pattern PERSON =
      Pattern.compile(
          "(?iu)\\b(wife|husband|partner|fianc[ée]e?|son|daughter|mother|father|mum|mom|dad|papa|"
              + "brother|sister|aunt|uncle|grandma|grandmother|grandpa|grandfather|granddaughter|"
              + "grandson|cousin|niece|nephew|roommate|flatmate|roomie|boyfriend|girlfriend|friend|"
              + "neighbou?r|client|customer|guest|bride|boss|manager|director|colleague|landlord|"
              + "student|teacher|coach|patient|intern|producer|pinsan|twin|teenager|kid|"
              + "conductor|captain|reader|supplier|buyer|tenant|secretary)(-in-law)?\\b"
              + "(?-i:\\s+(\\p{Lu}\\p{Ll}+))?");
  private static final Pattern NAMED =
      Pattern.compile("\\b((?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau)\\.?\\s+\\p{Lu}\\p{L}+)");

  private Whose() {}

  static String of(TurnText turn, Sentence sentence) {
    if (sentence.zone() == Zone.DIRECT) {
      return in(sentence.text());
    }
    List<Sentence> before =
        turn.sentences().stream()
            .filter(other -> other.zone() == Zone.DIRECT && other.start() < sentence.start())
            .toList();
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - 4); i--) {
      String found = in(before.get(i).text());
      if (!found.equals(SOMEONE)) {
        return found;
      }
    }
    return SOMEONE;
  }

  private static String in(String text) {
    String piece = text.length() > 600 ? text.substring(0, 600) : text;
    Matcher person = PERSON.matcher(piece);
    if (person.find()) {
      return person.group().replaceAll("\\s+", " ");
    }
    Matcher named = NAMED.matcher(piece);
    return named.find() ? named.group() : SOMEONE;
  }
}
