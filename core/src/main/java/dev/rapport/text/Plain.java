package dev.rapport.text;

import com.google.re2j.Pattern;

/** Makes one plain line of any text: no breaks, no markup, no marks that hide or steer. */
public final class Plain {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final Pattern COMMENTS = Pattern.compile("<!--.{0,2000}?(-->|$)");
  private static final Pattern TAGS = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");
  private static final Pattern LINKS = Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()\\s]{0,500}\\)");
  private static final Pattern FENCES = Pattern.compile("`{3,}\\w*|~{3,}");
  private static final Pattern STARTS =
      Pattern.compile("^(?:\\s|#{1,6}\\s|>|[-*+•]\\s|\\d{1,3}[.)]\\s|=== ?)+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Plain() {}

  /**
   * @param longest most characters kept, at least 1; a longer text is cut there
   */
  public static String line(String text, int longest) {
    // Work on little more than can be kept: a reply may be endless.
    String head = text.length() > 8 * longest ? text.substring(0, 8 * longest) : text;
    String line = SPACES.matcher(visible(head)).replaceAll(" ");
    line = ControlTokens.defuse(line);
    line = COMMENTS.matcher(line).replaceAll("");
    line = TAGS.matcher(line).replaceAll("");
    line = LINKS.matcher(line).replaceAll("$1");
    line = FENCES.matcher(line).replaceAll("");
    line = STARTS.matcher(line).replaceFirst("").strip();
    return line.length() <= longest ? line : cut(line, longest);
  }

  private static String cut(String line, int longest) {
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end).strip();
  }

  /** Control, zero-width and direction signs go, breaks become spaces, lone surrogates go. */
  private static String visible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || type == Character.SPACE_SEPARATOR) {
        kept.append(' ');
      } else if (isShown(c, type)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isShown(int c, int type) {
    return switch (type) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
