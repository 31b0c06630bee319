package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/** Finds street addresses: a house number and a street, in the order of several languages. */
final class AddressDetector implements Detector {
  private static final int AHEAD = 96;
  private static final int BEHIND = 64;

  /** Ends where a street-type word begins. */
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?:^|[^\\pL0-9$€£.:,-]|, )([0-9]{1,5}[A-Za-z]?(?:[-/][0-9]{1,4})?,? (?:[NSEW]\\.? )?"
              + "(?:(?:\\p{Lu}[\\pL'.-]*|[0-9]{1,3}(?:st|nd|rd|th)) ){1,4})$");

  private static final Pattern UNIT =
      Pattern.compile("^\\.?,? (?i:apt|apartment|unit|flat|suite|#)\\.? ?[0-9A-Za-z]{1,5}\\b");

  private static final Pattern FRENCH =
      Pattern.compile(
          "^[0-9]{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|av\\.|boulevard|bd|place|chemin|allée"
              + "|impasse|quai|cours) (?:(?:de|du|des|la|le|les|d'|l'|de la|de l') ?)*"
              + "[\\p{Lu}][\\pL'-]*(?: [\\p{Lu}][\\pL'-]*){0,3}");

  private static final Pattern STREET_FIRST =
      Pattern.compile(
          "^\\.? ?(?:(?:de|del|de la|de los|das|dos|da|do|di|della|dei|du|des|la|le)"
              + " )*[\\p{Lu}0-9][\\pL0-9'.-]*(?: (?:(?:de|del|de la|da|do|dos|das|di|della|du|y|e)"
              + " )?[\\p{Lu}][\\pL'.-]*){0,4},? ?(?i:n\\.?º ?|no?\\. ?|nr\\.? ?|núm\\.?"
              + " ?|#)?[0-9]{1,5}[A-Za-z]?\\b(?:[/-][0-9]{1,4})?");

  private static final Pattern STREET_BEFORE =
      Pattern.compile(
          "((?:\\p{Lu}[\\pL.-]*["
              + " -]){0,2}\\p{Lu}[\\pL-]*(?i:straße|strasse|str\\.|weg|platz|gasse|allee|ufer|straat|laan|plein|gracht|kade|singel|gatan|vägen|gade|vej|veien|katu|tie)"
              + " )$");

  private static final List<String> SUFFIXES =
      List.of(
          "straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "ufer", "straat", "laan",
          "plein", "gracht", "kade", "singel", "gatan", "vägen", "gade", "vej", "veien", "katu",
          "tie");

  @Override
  public void detect(Reading reading, Findings findings) {
    for (LabelHit hit : reading.labels()) {
      if (hit.label() == Label.STREET) {
        streetFirst(reading, hit, findings);
      } else if (hit.label() == Label.STREET_TYPE) {
        numberFirst(reading, hit, findings);
      }
    }
    int i = 0;
    while (i < reading.length()) {
      if (!Reading.isDigit(reading.at(i))) {
        i++;
        continue;
      }
      int end = i;
      while (Reading.isDigit(reading.at(end))) {
        end++;
      }
      if (end - i <= 5 && reading.startsHere(i)) {
        french(reading, i, end, findings);
        streetBefore(reading, i, end, findings);
      }
      i = end;
    }
  }

  private static void streetFirst(Reading reading, LabelHit hit, Findings findings) {
    boolean onTheWay = reading.window(hit.start(), hit.end() - hit.start()).equals("via");
    Matcher street = STREET_FIRST.matcher(reading.window(hit.end(), AHEAD));
    if (!onTheWay && street.find()) {
      int end = hit.end() + street.end();
      boolean clock = reading.at(end) == ':' || reading.at(end) == 'h';
      if (!clock && reading.endsHere(end)) {
        findings.add(PrivacyCategory.ADDRESS, hit.start(), end);
      }
    }
  }

  /** "221B Baker Street", seen from "Street". */
  private static void numberFirst(Reading reading, LabelHit hit, Findings findings) {
    if (!Character.isUpperCase(reading.at(hit.start()))) {
      return;
    }
    int from = Math.max(0, hit.start() - BEHIND);
    String before = reading.text().substring(from, hit.start());
    Matcher street = NUMBER_FIRST.matcher(before);
    if (before.chars().anyMatch(Character::isDigit) && street.find()) {
      Matcher unit = UNIT.matcher(reading.window(hit.end(), BEHIND));
      int end = unit.find() ? hit.end() + unit.end() : hit.end();
      findings.add(PrivacyCategory.ADDRESS, from + street.start(1), end);
    }
  }

  /** "12 rue de la Paix", seen from the number. */
  private static void french(Reading reading, int start, int end, Findings findings) {
    int word = reading.at(end) == ',' ? end + 2 : end + 1;
    if ("rRaAbBpPcCiIqQt".indexOf(reading.at(word)) < 0 || reading.endsHere(word + 1)) {
      return;
    }
    Matcher street = FRENCH.matcher(reading.window(start, AHEAD));
    if (street.find()) {
      findings.add(PrivacyCategory.ADDRESS, start, start + street.end());
    }
  }

  /** Where the last three words before {@code end} begin. */
  private static int wordsBefore(Reading reading, int end) {
    int from = end - 1;
    for (int words = 0; words < 3 && from > end - BEHIND && from > 0; words++) {
      from--;
      while (from > end - BEHIND && from > 0 && reading.at(from - 1) != ' ') {
        from--;
      }
    }
    return Math.max(0, from);
  }

  private static void streetBefore(Reading reading, int start, int end, Findings findings) {
    char last = reading.at(start - 2);
    if (reading.at(start - 1) != ' ' || !(Character.isLetter(last) || last == '.')) {
      return;
    }
    int from = wordsBefore(reading, start);
    String before = reading.text().substring(from, start);
    String lower = before.strip().toLowerCase(Locale.ROOT);
    if (SUFFIXES.stream().noneMatch(lower::endsWith)) {
      return;
    }
    Matcher street = STREET_BEFORE.matcher(before);
    if (street.find()) {
      boolean lettered = Reading.isPlainLetter(reading.at(end)) && reading.endsHere(end + 1);
      int to = lettered ? end + 1 : end;
      if (reading.endsHere(to) && reading.at(to) != ':') {
        findings.add(PrivacyCategory.ADDRESS, from + street.start(1), to);
      }
    }
  }
}
