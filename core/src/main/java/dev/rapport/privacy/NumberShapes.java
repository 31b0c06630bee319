package dev.rapport.privacy;

import static dev.rapport.privacy.PrivacyCategory.BANK_ACCOUNT;
import static dev.rapport.privacy.PrivacyCategory.CARD;
import static dev.rapport.privacy.PrivacyCategory.NATIONAL_ID;
import static dev.rapport.privacy.PrivacyCategory.PHONE;

import java.util.Optional;

/**
 * What a number is by its shape: the lengths of its digit groups with what stands between them,
 * {@code 4 4 4 4} or {@code 3-2-4}. Shapes that ordinary numbers have too need their check digits
 * to be right.
 */
final class NumberShapes {
  static final int LEAST_DIGITS = 8;

  private NumberShapes() {}

  static Optional<PrivacyCategory> categoryOf(
      String shape, String digits, Reading reading, int end) {
    if (NumberDetector.isCheckX(reading, end)) {
      return when(shape.equals("17") && chinese(digits + 'X'), NATIONAL_ID);
    }
    return switch (shape) {
      // Grouped as on the card: a mistyped digit makes it no less of one.
      case "4 4 4 4", "4-4-4-4", "4.4.4.4" -> when(issued(digits), CARD);
      case "4 6 5", "4-6-5", "4 4 4 4 3" -> card(digits);
      case "2-4-7-2", "2-4-7-3" -> Optional.of(BANK_ACCOUNT);
      case "14", "15", "16", "19" -> longNumber(digits);
      case "3-2-4" -> Optional.of(NATIONAL_ID);
      case "3.3.3-2" -> Optional.of(NATIONAL_ID);
      case "6-7" -> when(dated(digits, 2, 4), NATIONAL_ID);
      case "6-4", "8-4" -> swedish(digits);
      case "6 5", "11" -> elevenDigits(digits);
      case "2 3 3 3" -> when(CheckDigits.german(digits), NATIONAL_ID);
      case "1 2 2 2 3 3 2" -> when(CheckDigits.french(digits), NATIONAL_ID);
      case "4 4 4", "4-4-4" ->
          when(digits.charAt(0) > '1' && CheckDigits.verhoeff(digits), NATIONAL_ID);
      case "13" -> when(dated(digits, 2, 4) && CheckDigits.luhn(digits), NATIONAL_ID);
      case "18" -> when(chinese(digits), NATIONAL_ID);
      case "3.4.4.2", "3 4 4 2" -> when(digits.startsWith("756"), NATIONAL_ID);
      case "22" -> when(argentine(digits), BANK_ACCOUNT);
      case "3-3-4", "3)3-4", "3) 3-4", "3) 3 4", "3.3.4", "1-3-3-4", "1 3 3 4" ->
          Optional.of(PHONE);
      case "4 4 6", "4 3 3 3", "4 3 3 4", "4 2 4 4", "4 2 3 4", "4 3 4 4", "4 2 8" ->
          when(digits.startsWith("00") && digits.charAt(2) != '0', PHONE);
      case "2 2 2 2 2",
          "2.2.2.2.2",
          "2-2-2-2-2",
          "5 6",
          "4 3 4",
          "3 4 4",
          "3-4-4",
          "2-4-4",
          "4 7",
          "4 6",
          "5 3 3",
          "4-2-4",
          "4-3-3" ->
          when(digits.charAt(0) == '0' && digits.charAt(1) != '0', PHONE);
      default -> Optional.empty();
    };
  }

  private static Optional<PrivacyCategory> when(boolean holds, PrivacyCategory category) {
    return holds ? Optional.of(category) : Optional.empty();
  }

  private static Optional<PrivacyCategory> card(String digits) {
    return when(issued(digits) && CheckDigits.luhn(digits), CARD);
  }

  private static Optional<PrivacyCategory> longNumber(String digits) {
    if (digits.length() == 15 && "12".indexOf(digits.charAt(0)) >= 0) {
      return when(CheckDigits.french(digits), NATIONAL_ID);
    }
    return card(digits);
  }

  /** First digits that card issuers have. */
  private static boolean issued(String digits) {
    return switch (digits.charAt(0)) {
      case '2' -> digits.startsWith("22") || digits.startsWith("27");
      case '3' -> "04678".indexOf(digits.charAt(1)) >= 0;
      case '4', '5', '6' -> true;
      default -> false;
    };
  }

  private static Optional<PrivacyCategory> swedish(String digits) {
    String ten = digits.substring(digits.length() - 10);
    return when(dated(ten, 2, 4) && CheckDigits.luhn(ten), NATIONAL_ID);
  }

  private static Optional<PrivacyCategory> elevenDigits(String digits) {
    boolean norwegian = dated(digits, 2, 0) && CheckDigits.norwegian(digits);
    boolean polish = polishDate(digits) && CheckDigits.pesel(digits);
    boolean known = norwegian || polish || CheckDigits.cpf(digits) || CheckDigits.turkish(digits);
    return when(known, NATIONAL_ID);
  }

  /** PESEL adds 20, 40, 60 or 80 to the month to tell the century. */
  private static boolean polishDate(String digits) {
    int month = Integer.parseInt(digits.substring(2, 4)) % 20;
    return CheckDigits.monthDay(Integer.toString(month), digits.substring(4, 6));
  }

  private static boolean dated(String digits, int month, int day) {
    return CheckDigits.monthDay(digits.substring(month, month + 2), digits.substring(day, day + 2));
  }

  private static boolean chinese(String value) {
    return dated(value, 10, 12) && CheckDigits.chinese(value);
  }

  /** CBU: a block of eight and one of fourteen, each with a check digit modulo 10. */
  private static boolean argentine(String digits) {
    return CheckDigits.weighted(digits, 10, 7, 1, 3, 9, 7, 1, 3, 1) == 0
        && CheckDigits.weighted(digits.substring(8), 10, 3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3, 1)
            == 0;
  }
}
