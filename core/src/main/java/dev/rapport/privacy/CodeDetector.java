package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds identifiers that mix letters and digits: IBANs, identity and tax codes, licences. */
final class CodeDetector implements Detector {
  private static final int AHEAD = 48;

  private record Form(PrivacyCategory category, Pattern pattern, Predicate<String> check) {}

  private static final List<Form> FORMS =
      List.of(
          id("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]", any()),
          id("[0-9]{8}[- ]?[A-Z]|[0-9]{2}\\.[0-9]{3}\\.[0-9]{3}-?[A-Z]", CodeDetector::isDni),
          id("[XYZ]-?[0-9]{7}-?[A-Z]", CodeDetector::isNie),
          id("[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]", any()),
          id("[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]", code -> dated(code, 6, 8)),
          id("[A-Z]{4}[0-9]{6}[A-Z0-9]{3}", code -> dated(code, 6, 8)),
          id("[A-Z]{3}[PCHFATBLJG][A-Z][0-9]{4}[A-Z]", any()),
          id("[AP][0-9]{9}[A-Z]", any()),
          id("[STFGM][0-9]{7}[A-Z]", any()),
          id("[0-9]{6}[-+A][0-9]{3}[0-9A-Y]", CodeDetector::isFinnish),
          new Form(
              PrivacyCategory.DRIVING_LICENCE,
              Pattern.compile("[A-Z][0-9]{4}-[0-9]{5}-[0-9]{5}"),
              any()));

  private static Form id(String pattern, Predicate<String> check) {
    return new Form(PrivacyCategory.NATIONAL_ID, Pattern.compile(pattern), check);
  }

  private static Predicate<String> any() {
    return code -> true;
  }

  @Override
  public void detect(Reading reading, Findings findings) {
    int i = 0;
    while (i < reading.length()) {
      int end = i;
      int digits = 0;
      while (Reading.isWordish(reading.at(end))) {
        digits += Reading.isDigit(reading.at(end)) ? 1 : 0;
        end++;
      }
      if (end > i) {
        int iban = digits > 0 ? Iban.endAt(reading, i) : -1;
        if (iban > 0) {
          findings.add(PrivacyCategory.IBAN, i, iban);
          end = Math.max(end, iban);
        } else if (digits > 0 || couldBeSplit(i, end)) {
          tryForms(reading, i, findings);
        }
      }
      i = Math.max(end, i + 1);
    }
  }

  /** "QQ 12 34 56 C", "X-1234567-L": letters alone, their digits behind a gap. */
  private static boolean couldBeSplit(int start, int end) {
    return end - start <= 2;
  }

  private static void tryForms(Reading reading, int start, Findings findings) {
    String window = reading.window(start, AHEAD);
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(window);
      if (matcher.lookingAt()
          && reading.endsHere(start + matcher.end())
          && form.check.test(window.substring(0, matcher.end()))) {
        findings.add(form.category, start, start + matcher.end());
        return;
      }
    }
  }

  private static boolean isDni(String code) {
    String compact = compact(code);
    return CheckDigits.spanish(compact.substring(0, 8), compact.charAt(8));
  }

  private static boolean isNie(String code) {
    String compact = compact(code);
    char first = (char) ('0' + "XYZ".indexOf(compact.charAt(0)));
    return CheckDigits.spanish(first + compact.substring(1, 8), compact.charAt(8));
  }

  private static boolean isFinnish(String code) {
    return CheckDigits.monthDay(code.substring(2, 4), code.substring(0, 2))
        && CheckDigits.finnish(code.substring(0, 6) + code.substring(7, 10), code.charAt(10));
  }

  private static boolean dated(String code, int month, int day) {
    return CheckDigits.monthDay(
        code.substring(month, month + 2), code.substring(day, day + 2));
  }

  private static String compact(String code) {
    return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
  }
}
