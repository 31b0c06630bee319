package dev.rapport.local.write;

import java.util.regex.Pattern;

/**
 * Text that never becomes a line, whoever wrote it: private or account data, markup and control
 * tokens, orders to the chatbot hidden in pasted text. Every pattern is tried on a bounded piece.
 */
final class Unfit {
  private static final int LONGEST = 1_000;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]*_\\d+]");
  private static final Pattern NUMBERS =
      Pattern.compile("\\d[\\d\\s./-]{5,30}\\d|\\d{6,}|\\b\\w*\\d\\w*-\\w*\\d\\w*-\\w+");
  private static final Pattern CONTACT =
      Pattern.compile("\\S@\\S|https?:|www\\.|\\bpasswor[dt]|\\bapi[_ ]?key|\\bIBAN\\b|\\bBVN\\b");
  private static final Pattern MARKUP =
      Pattern.compile("<\\|[^>]{0,40}|</?[a-zA-Z][^>]{0,80}>|\\p{Cc}");
  private static final Pattern ORDERS =
      Pattern.compile(
          "(?i)\\b(ignore|disregard|override)\\b.{0,20}\\b(previous|prior|above|all|your"
              + "|earlier|system)\\b.{0,30}(instruction|prompt|rule|message)|\\bsystem"
              + " prompt\\b|\\byou are now\\b|\\bas an ai\\b"
              + "|\\b(always|must|only|never)\\s+(recommend|suggest|promote|advertise|mention)\\b"
              + "|\\b(assistant|system|chatbot)\\s*:");

  private Unfit() {}

  static boolean is(String text) {
    String piece = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return PLACEHOLDER.matcher(piece).find()
        || CONTACT.matcher(piece).find()
        || MARKUP.matcher(piece).find()
        || ORDERS.matcher(piece).find()
        || hasAccountNumber(piece);
  }

  /** A date or a range of years is written with digits too, but with fewer. */
  private static boolean hasAccountNumber(String text) {
    var numbers = NUMBERS.matcher(text);
    while (numbers.find()) {
      if (numbers.group().chars().filter(Character::isDigit).count() >= 6) {
        return true;
      }
    }
    return false;
  }
}
