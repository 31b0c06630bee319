package dev.rapport.privacy;

/**
 * Kinds of private data. All but the last two are found by rule, and each names its placeholder,
 * {@code [IBAN_1]}; the last two are what a line of a page tells of body and mind.
 */
public enum PrivacyCategory {
  SECRET,
  PASSWORD,
  PRIVATE_KEY,
  CARD,
  IBAN,
  BANK_ACCOUNT,
  NATIONAL_ID,
  PASSPORT,
  DRIVING_LICENCE,
  VEHICLE_PLATE,
  BIRTH_DATE,
  PHONE,
  EMAIL,
  ADDRESS,
  COORDINATES,
  IP_ADDRESS,
  USER_NAME,
  HEALTH,
  THERAPY
}
