package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds identifiers that mix letters and digits: IBANs, identity and tax codes, licences. */
final class CodeDetector implements Detector {
  private static final int AHEAD = 48;
  private static final int LONGEST_HEAD = 12;

  private record Form(PrivacyCategory category, Pattern pattern, Predicate<String> check) {}

  private static final Form NINO =
      id(
          "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
          CodeDetector::any);
  private static final Form DNI =
      id("[0-9]{8}[- ]?[A-Z]|[0-9]{2}\\.[0-9]{3}\\.[0-9]{3}-?[A-Z]", CodeDetector::isDni);
  private static final Form NIE = id("[XYZ]-?[0-9]{7}-?[A-Z]", CodeDetector::isNie);
  private static final Form CODICE_FISCALE =
      id("[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]", CodeDetector::any);
  private static final Form CURP =
      id("[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]", code -> dated(code, 6, 8));
  private static final Form RFC = id("[A-Z]{4}[0-9]{6}[A-Z0-9]{3}", code -> dated(code, 6, 8));
  private static final Form PAN = id("[A-Z]{3}[PCHFATBLJG][A-Z][0-9]{4}[A-Z]", CodeDetector::any);
  private static final Form KRA = id("[AP][0-9]{9}[A-Z]", CodeDetector::any);
  private static final Form NRIC = id("[STFGM][0-9]{7}[A-Z]", CodeDetector::any);
  private static final Form HETU = id("[0-9]{6}[-+A][0-9]{3}[0-9A-Y]", CodeDetector::isFinnish);
  private static final Form ONTARIO =
      new Form(
          PrivacyCategory.DRIVING_LICENCE,
          Pattern.compile("[A-Z][0-9]{4}-[0-9]{5}-[0-9]{5}"),
          CodeDetector::any);

  private static Form id(String pattern, Predicate<String> check) {
    return new Form(PrivacyCategory.NATIONAL_ID, Pattern.compile(pattern), check);
  }

  private static boolean any(String code) {
    return true;
  }

  @Override
  public void detect(Reading reading, Findings findings) {
    int i = 0;
    while (i < reading.length()) {
      int end = i;
      while (Reading.isWordish(reading.at(end))) {
        end++;
      }
      if (end > i) {
        int iban = Iban.endAt(reading, i);
        if (iban > 0) {
          findings.add(PrivacyCategory.IBAN, i, iban);
          end = Math.max(end, iban);
        } else {
          tryForms(reading, i, findings);
        }
      }
      i = Math.max(end, i + 1);
    }
  }

  private static void tryForms(Reading reading, int start, Findings findings) {
    for (Form form : formsBeginningLike(reading, start)) {
      String window = reading.window(start, AHEAD);
      Matcher matcher = form.pattern.matcher(window);
      if (matcher.lookingAt()
          && reading.endsHere(start + matcher.end())
          && form.check.test(window.substring(0, matcher.end()))) {
        findings.add(form.category, start, start + matcher.end());
        return;
      }
    }
  }

  /** Told by how many capitals come first and how many digits follow them: cheap, and seldom so. */
  private static List<Form> formsBeginningLike(Reading reading, int start) {
    int letters = 0;
    while (letters <= LONGEST_HEAD && isCapital(reading.at(start + letters))) {
      letters++;
    }
    int digits = 0;
    while (digits <= LONGEST_HEAD && Reading.isDigit(reading.at(start + letters + digits))) {
      digits++;
    }
    char next = reading.at(start + letters);
    return switch (letters) {
      case 0 -> digits == 8 || digits == 2 ? List.of(DNI) : only(digits == 6, HETU);
      case 1 -> singleLetterForms(digits, next);
      case 2 -> only(digits == 2 || digits == 6 || next == ' ', NINO);
      case 4 -> digits == 6 ? List.of(CURP, RFC) : List.of();
      case 5 -> only(digits == 4, PAN);
      case 6 -> only(digits == 2, CODICE_FISCALE);
      default -> List.of();
    };
  }

  private static List<Form> singleLetterForms(int digits, char next) {
    return switch (digits) {
      case 0 -> only(next == '-', NIE);
      case 4 -> List.of(ONTARIO);
      case 7 -> List.of(NIE, NRIC);
      case 9 -> List.of(KRA);
      default -> List.of();
    };
  }

  private static List<Form> only(boolean plausible, Form form) {
    return plausible ? List.of(form) : List.of();
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
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
    return CheckDigits.monthDay(code.substring(month, month + 2), code.substring(day, day + 2));
  }

  private static String compact(String code) {
    return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
  }
}
