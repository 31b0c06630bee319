package dev.rapport.privacy;

import java.util.List;

/**
 * Finds private data in a text and masks it with typed placeholders, before anything is stored.
 * Linear in the text's length. Safe for several threads.
 */
public interface PrivacyGate {
  /** Private spans in order, without overlap. */
  List<PrivacyFinding> find(String text);

  /** The text with every private span replaced by a placeholder such as {@code [IBAN_1]}. */
  default String mask(String text) {
    return Masking.mask(text, find(text));
  }
}
