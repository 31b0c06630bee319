package dev.rapport.data.build;

import dev.rapport.data.personamem.RawElement;
import java.util.Locale;

/**
 * How PersonaMem-v2 words that something is to be forgotten: {@code Do not remember '...' in
 * memory}.
 */
final class ForgetWords {
  private static final String TYPE = "ask_to_forget";
  private static final String PREFIX = "Do not remember";
  private static final String SUFFIX = "in memory";

  private ForgetWords() {}

  static boolean isForget(RawElement element) {
    return element.prefType().equals(TYPE) || element.preference().startsWith(PREFIX);
  }

  /** What is to be forgotten: as noted, or else from within the outermost quotes. */
  static String forgotten(RawElement element) {
    if (!element.prevPref().isBlank()) {
      return element.prevPref();
    }
    String text = element.preference().strip();
    if (text.startsWith(PREFIX)) {
      text = text.substring(PREFIX.length());
    }
    if (text.endsWith(SUFFIX)) {
      text = text.substring(0, text.length() - SUFFIX.length());
    }
    // The preference may have apostrophes of its own, so the first and the last one count.
    int open = text.indexOf('\'');
    int close = text.lastIndexOf('\'');
    return open >= 0 && open < close ? text.substring(open + 1, close) : text;
  }

  /** For comparing: copies of a preference differ in case, spaces and a last full stop. */
  static String normal(String preference) {
    String text = preference.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
