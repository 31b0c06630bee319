package dev.rapport.bench.dataset.prefeval;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without what copying changes: case, spaces, signs. */
final class Words {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  static String plain(String text) {
    return OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
