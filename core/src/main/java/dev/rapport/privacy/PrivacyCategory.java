package dev.rapport.privacy;

/** Kinds of private data that are found by rule; each names its placeholder, {@code [IBAN_1]}. */
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
  USER_NAME
}
