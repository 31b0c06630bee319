package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Finds what a word beside it names: "passport no. P0000000X", "0000 1111 2222 is my Aadhaar". */
final class LabelledDetector implements Detector {
  private static final int AHEAD = 88;

  /** Words without digits between a label and its value; they end no sentence. */
  private static final String GAP =
      "[\\s\"'`(\\[:=#.,*-]*(?:(?:(?i:n[or]|num|núm|tel)\\.|n[.]?[º°]|[^\\s0-9.!?;]{1,24})"
          + "[\\s\"'`(\\[:=#.*-]+){0,5}?";

  private static final Pattern NUMBER =
      Pattern.compile(
          "^"
              + GAP
              + "((?:[A-Z]{1,6}[-./]?|\\+|\\()?[0-9][0-9A-Za-z]*"
              + "(?:[-./) ]{1,2}[A-Za-z]{0,2}[0-9][0-9A-Za-z]*)*)");

  private static final Pattern PLATE =
      Pattern.compile(
          "^[\\s\"'(:=#.,-]*(?:(?i:no|nr|number|is|was|ist|est|es|é|:)[\\s\"'(:=#.-]+){0,2}"
              + "([A-Z]{2}[- ]?[0-9]{1,2}[- ]?[A-Z]{1,3}[- ]?[0-9]{3,4}"
              + "|[A-ZÄÖÜ]{1,3}[- ]?[0-9]{1,4}(?:[- ]?[A-Z]{1,3})?|[0-9]{1,4}[- ]?[A-Z]{1,3}"
              + "(?:[- ]?[0-9]{1,4})?|[A-Z]{1,3}[- ][A-Z]{1,2}[- ]?[0-9]{1,4})");

  private static final Pattern DATE =
      Pattern.compile(
          "^[\\s\"'(:=#.,-]*(?i:(?:is|was|on|am|le|el|em|il|op|dia|the)[\\s:]+){0,2}([0-9]{1,2}[./"
              + " -][0-9]{1,2}[./"
              + " -](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}|(?:19|20)[0-9]{2}年"
              + " ?[0-9]{1,2}月 ?[0-9]{1,2}日|[0-9]{1,2}(?:st|nd|rd|th|º|er|[.])? (?:of |de"
              + " |d')?\\pL{3,10}[.,]? (?:of |de )?(?:19|20)[0-9]{2}|\\pL{3,10}[.]?"
              + " [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2})");

  private static final Pattern POSTCODE =
      Pattern.compile(
          "^[\\s\"'(:=#.,-]*(?i:(?:is|:|ist|est|es|é)[\\s:]+)?([A-Z]{1,2}[0-9][A-Z0-9]?"
              + " ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z]"
              + " ?[0-9][A-Z][0-9]|[0-9]{5}(?:-[0-9]{3,4})?|[0-9]{4}(?:"
              + " [A-Z]{2}|-[0-9]{3})?|[0-9]{2,3}[- ][0-9]{3,4}|[0-9]{6})");

  private static final Pattern SORT_CODE =
      Pattern.compile("^[^0-9\n]{0,24}([0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2})");

  private static final Pattern SHORT_CODE =
      Pattern.compile(
          "^[\\s\"'(]*(?i:(?:code|number|nummer)\\s*)?"
              + "(?i:(?:[:=]|is|was|ist|est|es|é|är|to|now)[\\s\"':]*){0,3}[*#]?([0-9]{3,8})\\b");

  /** A number followed by one of these is an amount. */
  private static final Pattern UNIT =
      Pattern.compile(
          "^[.,]?[0-9]*\\s?(?i:€|\\$|£|¥|₩|%|euros?|eur|usd|dollars?|pounds?|gbp|won|yen|rupees|naira"
              + "|reais|pesos|zł|percent|kg|km|miles|people|users|times|tokens|steps|views|points)");

  private static final Pattern CALENDAR =
      Pattern.compile(
          "[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./ -][0-9]{1,2}"
              + "[./ -][0-9]{1,2}|(?:19|20)[0-9]{2}[-/ ]+(?:19|20)[0-9]{2}|(?:19|20)[0-9]{6}");

  /** Their values are for other detectors. */
  private static final Set<Label> ELSEWHERE =
      Set.of(Label.PASSWORD, Label.KEY, Label.STREET, Label.STREET_TYPE);

  @Override
  public void detect(Reading reading, Findings findings) {
    for (LabelHit hit : reading.labels()) {
      if (!ELSEWHERE.contains(hit.label())) {
        ahead(reading, hit, findings);
        behind(reading, hit, findings);
      }
    }
  }

  private static void ahead(Reading reading, LabelHit hit, Findings findings) {
    String window = reading.window(hit.end(), AHEAD);
    if (digitsIn(window) < hit.label().leastDigits()) {
      return;
    }
    Matcher value = pattern(hit.label()).matcher(window);
    if (value.find()) {
      int start = hit.end() + value.start(1);
      int end = trimmed(reading, start, hit.end() + value.end(1));
      if (fits(reading, hit.label(), start, end)) {
        findings.add(hit.label().category(), start, end);
      }
    }
  }

  private static Pattern pattern(Label label) {
    return switch (label) {
      case PLATE -> PLATE;
      case BIRTH -> DATE;
      case POSTCODE -> POSTCODE;
      case SORT_CODE -> SORT_CODE;
      case PIN, CARD_CODE -> SHORT_CODE;
      default -> NUMBER;
    };
  }

  private static void behind(Reading reading, LabelHit hit, Findings findings) {
    if (!pattern(hit.label()).equals(NUMBER)) {
      return;
    }
    int[] span = ValueBehind.spanBefore(reading, hit.start());
    if (span.length == 2
        && reading.startsHere(span[0])
        && fits(reading, hit.label(), span[0], span[1])) {
      findings.add(hit.label().category(), span[0], span[1]);
    }
  }

  private static int digitsIn(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Reading.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  /** Leaves out lower-case words a value ran into, and punctuation behind it. */
  private static int trimmed(Reading reading, int start, int end) {
    int last = end;
    while (last > start && !Character.isLetterOrDigit(reading.at(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean fits(Reading reading, Label label, int start, int end) {
    if (end <= start || !reading.endsHere(end)) {
      return false;
    }
    String value = reading.text().substring(start, end);
    int digits = digitsIn(value);
    if (digits < label.leastDigits() || digits > 28) {
      return false;
    }
    if (!pattern(label).equals(NUMBER)) {
      return label != Label.BIRTH || !value.toLowerCase(Locale.ROOT).startsWith("in ");
    }
    boolean priced = "€$£¥₩".indexOf(reading.at(start - 1)) >= 0;
    return !priced && !CALENDAR.matches(value) && !UNIT.matcher(reading.window(end, 16)).find();
  }
}
