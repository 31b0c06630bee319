package dev.rapport.privacy;

/** Check-digit rules. Each takes ASCII digits only, of the length the rule is for. */
final class CheckDigits {
  private static final String[] DIHEDRAL = {
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
  };
  private static final String[] PERMUTATION = {
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258"
  };

  private CheckDigits() {}

  /** ISO/IEC 7812-1: payment cards, Swedish and South African identities. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i) << (i & 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
  }

  /** Indian Aadhaar. */
  static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int permuted = PERMUTATION[i % 8].charAt(digit(digits, digits.length() - 1 - i)) - '0';
      check = DIHEDRAL[check].charAt(permuted) - '0';
    }
    return check == 0;
  }

  /** Weighted sum of the first digits, one weight each, modulo {@code modulus}. */
  static int weighted(String digits, int modulus, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(digits, i);
    }
    return Math.floorMod(sum, modulus);
  }

  /** Brazilian CPF: two check digits modulo 11. */
  static boolean cpf(String digits) {
    int first = weighted(digits, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 10;
    int second = weighted(digits, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 10;
    return first == digit(digits, 9) && second == digit(digits, 10) && !oneDigit(digits);
  }

  /** Norwegian fødselsnummer: two check digits modulo 11. */
  static boolean norwegian(String digits) {
    return weighted(digits, 11, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) == 0
        && weighted(digits, 11, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) == 0;
  }

  /** Polish PESEL. */
  static boolean pesel(String digits) {
    return weighted(digits, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) == 0;
  }

  /** Turkish identity number: two check digits modulo 10. */
  static boolean turkish(String digits) {
    int tenth = weighted(digits, 10, 7, -1, 7, -1, 7, -1, 7, -1, 7);
    return digit(digits, 0) > 0
        && tenth == digit(digits, 9)
        && weighted(digits, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) == digit(digits, 10);
  }

  /** German Steuer-ID: ISO 7064 MOD 11,10. */
  static boolean german(String digits) {
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return digit(digits, 0) > 0 && (11 - product) % 10 == digit(digits, 10);
  }

  /** French NIR: 13 digits and the key that makes them whole modulo 97. */
  static boolean french(String digits) {
    return 97 - Long.parseLong(digits.substring(0, 13)) % 97
        == Long.parseLong(digits.substring(13));
  }

  /** Chinese resident identity: ISO 7064 MOD 11-2, the last may be X. */
  static boolean chinese(String value) {
    int sum = weighted(value, 11, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return "10X98765432".charAt(sum) == value.charAt(17);
  }

  /** Spanish DNI and NIE: the letter is the number modulo 23. */
  static boolean spanish(String digits, char letter) {
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == letter;
  }

  /** Finnish henkilötunnus: the last sign is the nine digits modulo 31. */
  static boolean finnish(String nineDigits, char sign) {
    return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(nineDigits) % 31) == sign;
  }

  /** Two-digit month and day that a calendar could hold. */
  static boolean monthDay(String month, String day) {
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    return m >= 1 && m <= 12 && d >= 1 && d <= 31;
  }

  private static boolean oneDigit(String digits) {
    return digits.chars().distinct().count() == 1;
  }

  private static int digit(String digits, int i) {
    return digits.charAt(i) - '0';
  }
}
