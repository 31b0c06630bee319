package dev.rapport.privacy;

import java.util.List;

/**
 * A text that may be stored.
 *
 * @param text without what may not
 * @param hidden what was taken out, as spans of the text as it was
 */
public record Screened(String text, List<PrivacyFinding> hidden) {
  public Screened {
    hidden = List.copyOf(hidden);
  }
}
