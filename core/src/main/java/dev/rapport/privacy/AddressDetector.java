package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/** Finds street addresses: a house number and a street, in the order of several languages. */
final class AddressDetector implements Detector {
  private static final int AHEAD = 96;
  private static final int BEHIND = 64;

  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "^[0-9]{1,5}[A-Za-z]?(?:[-/][0-9]{1,4})?,? (?:[NSEW]\\.? )?(?:[\\p{Lu}0-9][\\pL0-9'.-]* ){1,4}"
              + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl"
              + "|Terrace|Crescent|Cres|Close|Square|Sq|Highway|Hwy|Parkway|Pkwy|Grove|Gardens|Mews"
              + "|Circle|Trail|Quay|Hill|Row)\\b\\.?(?:,? (?i:apt|apartment|unit|flat|suite|#)\\.? ?[0-9A-Za-z]{1,5}\\b)?"
              + "|^[0-9]{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours)"
              + " (?:(?:de|du|des|la|le|les|d'|l'|de la|de l') ?)*[\\p{Lu}][\\pL'-]*(?: [\\p{Lu}][\\pL'-]*){0,3}");

  private static final Pattern STREET_FIRST =
      Pattern.compile(
          "^\\.? ?(?:(?:de|del|de la|de los|das|dos|da|do|di|della|dei|du|des|la|le) )*"
              + "[\\p{Lu}0-9][\\pL0-9'.-]*(?: (?:(?:de|del|de la|da|do|dos|das|di|della|du|y|e) )?"
              + "[\\p{Lu}][\\pL'.-]*){0,4},? ?(?i:n\\.?º ?|no?\\. ?|nr\\.? ?|núm\\.? ?|#)?[0-9]{1,5}[A-Za-z]?\\b"
              + "(?:[/-][0-9]{1,4})?");

  private static final Pattern STREET_BEFORE =
      Pattern.compile(
          "((?:\\p{Lu}[\\pL.-]*[ -]){0,2}\\p{Lu}[\\pL-]*(?i:straße|strasse|str\\.|weg|platz|gasse|allee|ufer"
              + "|straat|laan|plein|gracht|kade|singel|gatan|vägen|gade|vej|veien|katu|tie) )$");

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
        numberFirst(reading, i, end, findings);
        streetBefore(reading, i, end, findings);
      }
      i = end;
    }
  }

  private static void streetFirst(Reading reading, LabelHit hit, Findings findings) {
    Matcher street = STREET_FIRST.matcher(reading.window(hit.end(), AHEAD));
    if (street.find()) {
      int end = hit.end() + street.end();
      boolean clock = reading.at(end) == ':' || reading.at(end) == 'h';
      if (!clock && reading.endsHere(end)) {
        findings.add(PrivacyCategory.ADDRESS, hit.start(), end);
      }
    }
  }

  private static void numberFirst(Reading reading, int start, int end, Findings findings) {
    char after = reading.at(end);
    boolean worthwhile = after == ' ' || after == ',' || after == '-' || after == '/'
        || Reading.isPlainLetter(after);
    if (worthwhile) {
      Matcher street = NUMBER_FIRST.matcher(reading.window(start, AHEAD));
      if (street.find()) {
        findings.add(PrivacyCategory.ADDRESS, start, start + street.end());
      }
    }
  }

  private static void streetBefore(Reading reading, int start, int end, Findings findings) {
    if (reading.at(start - 1) != ' ') {
      return;
    }
    int from = Math.max(0, start - BEHIND);
    String before = reading.text().substring(from, start);
    String lower = before.strip().toLowerCase(Locale.ROOT);
    if (SUFFIXES.stream().noneMatch(lower::endsWith)) {
      return;
    }
    Matcher street = STREET_BEFORE.matcher(before);
    if (street.find()) {
      int last = Reading.isPlainLetter(reading.at(end)) && reading.endsHere(end + 1) ? end + 1 : end;
      if (reading.endsHere(last) && reading.at(last) != ':') {
        findings.add(PrivacyCategory.ADDRESS, from + street.start(1), last);
      }
    }
  }
}
