package dev.rapport.text;

import com.google.re2j.Pattern;

/** Makes one plain line of any text: no breaks, no markup, no marks that hide or steer. */
public final class Plain {
  /** What one pass uncovers the next one takes: markup nested deeper than this is defused as is. */
  private static final int PASSES = 6;

  private static final int WINDOW = 8;

  private static final Pattern COMMENTS = Pattern.compile("<!--.{0,900}?(?:-->|$)");
  private static final Pattern TAGS = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");
  private static final Pattern LINKS =
      Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()\\s]{0,500}\\)");
  private static final Pattern FENCES = Pattern.compile("`{3,}[A-Za-z0-9_+-]*|~{3,}");
  private static final Pattern STARTS =
      Pattern.compile("^(?:\\s|#{1,6}\\s|>\\s?|[-*+•–]\\s|\\d{1,3}[.)]\\s|===+\\s?|📌)+");
  private static final Pattern ENDS = Pattern.compile("(?:(?:\\s|^)\\^l[0-9]{1,9})+\\s*$");

  private Plain() {}

  /**
   * One safe line: breaks and tabs are spaces, what cannot be seen is gone, markup is gone or made
   * harmless. Done twice it gives the same.
   *
   * @param longest most characters kept, at least 1; a longer text is cut there
   * @return may be empty
   */
  public static String line(String text, int longest) {
    // Work on little more than can be kept: a reply may be endless.
    String line = seen(head(text, longest));
    for (int pass = 0; pass < PASSES; pass++) {
      String plainer = cut(withoutMarkup(line), longest);
      if (plainer.equals(line)) {
        return line;
      }
      line = plainer;
    }
    return line.replace('<', ControlTokens.DEFUSED).replace("^l", "^ l");
  }

  /**
   * The person's own words as one line: only what cannot be seen and what steers models is changed,
   * their markup stays.
   *
   * @param longest most characters kept, at least 1; a longer text is cut there
   * @return may be empty
   */
  public static String ownWords(String text, int longest) {
    return cut(ControlTokens.defuse(seen(head(text, longest))), longest);
  }

  private static String head(String text, int longest) {
    long most = (long) WINDOW * longest;
    return text.length() > most ? text.substring(0, (int) most) : text;
  }

  private static String withoutMarkup(String line) {
    String plain = ControlTokens.defuse(line);
    if (plain.indexOf('<') >= 0) {
      plain = TAGS.matcher(COMMENTS.matcher(plain).replaceAll("")).replaceAll("");
    }
    if (plain.contains("](")) {
      plain = LINKS.matcher(plain).replaceAll("$1");
    }
    if (plain.contains("```") || plain.contains("~~~")) {
      plain = FENCES.matcher(plain).replaceAll("");
    }
    plain = STARTS.matcher(plain).replaceFirst("");
    plain = ENDS.matcher(plain).replaceFirst("");
    return seen(plain);
  }

  private static String cut(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end).strip();
  }

  /** What an eye would see, words one space apart. */
  private static String seen(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        space = true;
      } else if (!isHidden(c)) {
        if (space && kept.length() > 0) {
          kept.append(' ');
        }
        space = false;
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /**
   * Control, direction and zero-width signs, lone surrogates, tags. The two joiners stay: Persian,
   * Hindi and family emoji are spelled with them.
   */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
