package dev.rapport.privacy;

import java.util.List;

/**
 * Finds private data in a text and takes it out, before anything is stored. Linear in the text's
 * length. Safe for several threads.
 */
public interface PrivacyGate {
  /** What may not be stored as it is: private spans in order, without overlap. */
  List<PrivacyFinding> find(String text);

  /** What becomes of what is found. */
  default PrivacyPolicy policy() {
    return PrivacyPolicy.DEFAULT;
  }

  /** The text as it may be stored, and what was taken out. */
  default Screened screen(String text) {
    List<PrivacyFinding> found = find(text);
    return found.isEmpty()
        ? new Screened(text, found)
        : new Screened(Masking.mask(text, found, policy()), found);
  }

  /** The text as it may be stored: placeholders such as {@code [IBAN_1]} for private spans. */
  default String mask(String text) {
    return screen(text).text();
  }
}
