package dev.rapport.page;

import java.util.regex.Pattern;

/**
 * Names a line for the life of a page: {@code l1}, {@code l2}, ... A number is never used again.
 */
public record LineId(String value) {
  private static final Pattern FORM = Pattern.compile("l[1-9][0-9]{0,8}");

  public LineId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "line id \"%s\" is not of the form l1, l2, ... (\"page show\" prints them)"
              .formatted(value));
    }
  }

  public static LineId of(int number) {
    return new LineId("l" + number);
  }

  public int number() {
    return Integer.parseInt(value.substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
