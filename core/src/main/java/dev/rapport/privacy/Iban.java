package dev.rapport.privacy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Account numbers of ISO 13616: a country, two check digits, and as many signs as that country has.
 *
 * <p>The checksum is not asked for: nothing else has this shape, and a mistyped number is as
 * private.
 */
final class Iban {
  private static final Map<String, Integer> LENGTHS = lengths();
  private static final int SHORTEST_HEAD = 4;

  private Iban() {}

  private static Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    String table =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
            + " DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28"
            + " IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
            + " MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33"
            + " SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
    for (String entry : table.split(" ", -1)) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return lengths;
  }

  /** The end of the account number that starts at {@code start}, or -1. */
  static int endAt(Reading reading, int start) {
    if (!Reading.isPlainLetter(reading.at(start))
        || !Reading.isPlainLetter(reading.at(start + 1))) {
      return -1;
    }
    char third = reading.at(start + 2);
    if (!Reading.isDigit(third) && !Reading.isDigit(reading.at(start + 3))) {
      return -1;
    }
    String country = reading.window(start, 2).toUpperCase(Locale.ROOT);
    int length = LENGTHS.getOrDefault(country, 0);
    int seen = 0;
    int digits = 0;
    int i = start;
    while (seen < length) {
      char c = reading.at(i);
      boolean separates = (c == ' ' || c == '-') && seen >= 2;
      if (separates && isSign(reading.at(i + 1))) {
        i++;
        continue;
      }
      boolean checkDigit = seen == 2 || seen == 3;
      if (!isSign(c) || (checkDigit && !Reading.isDigit(c))) {
        return -1;
      }
      digits += Reading.isDigit(c) ? 1 : 0;
      seen++;
      i++;
    }
    boolean numeric = digits >= length / 2 && digits > SHORTEST_HEAD;
    return length > 0 && numeric && reading.endsHere(i) ? i : -1;
  }

  private static boolean isSign(char c) {
    return Reading.isDigit(c) || Reading.isPlainLetter(c);
  }
}
