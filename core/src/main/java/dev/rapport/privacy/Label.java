package dev.rapport.privacy;

/** What a word says about the number beside it. */
enum Label {
  CARD(PrivacyCategory.CARD, 8),
  CARD_CODE(PrivacyCategory.CARD, 3),
  BANK(PrivacyCategory.BANK_ACCOUNT, 6),
  NATIONAL_ID(PrivacyCategory.NATIONAL_ID, 5),
  PASSPORT(PrivacyCategory.PASSPORT, 5),
  LICENCE(PrivacyCategory.DRIVING_LICENCE, 5),
  PLATE(PrivacyCategory.VEHICLE_PLATE, 1),
  BIRTH(PrivacyCategory.BIRTH_DATE, 3),
  PHONE(PrivacyCategory.PHONE, 6),
  POSTCODE(PrivacyCategory.ADDRESS, 2),
  SORT_CODE(PrivacyCategory.BANK_ACCOUNT, 6),
  STREET_TYPE(PrivacyCategory.ADDRESS, 1),
  STREET(PrivacyCategory.ADDRESS, 1),
  PIN(PrivacyCategory.PASSWORD, 4),
  PASSWORD(PrivacyCategory.PASSWORD, 0),
  KEY(PrivacyCategory.SECRET, 2);

  private final PrivacyCategory category;
  private final int leastDigits;

  Label(PrivacyCategory category, int leastDigits) {
    this.category = category;
    this.leastDigits = leastDigits;
  }

  PrivacyCategory category() {
    return category;
  }

  int leastDigits() {
    return leastDigits;
  }
}
