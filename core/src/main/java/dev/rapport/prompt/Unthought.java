package dev.rapport.prompt;

import java.util.Locale;

/** Takes remains of thinking out of a reply, for models whose provider left it in. */
public final class Unthought {
  private static final String OPEN = "<think";
  private static final String CLOSE = "</think>";

  private Unthought() {}

  /**
   * What stands behind the last closing tag; without one, what stands before an opening tag that
   * nothing closes.
   */
  public static String of(String reply) {
    String lower = reply.toLowerCase(Locale.ROOT);
    int close = lower.lastIndexOf(CLOSE);
    String said = close < 0 ? reply : reply.substring(close + CLOSE.length());
    int open = said.toLowerCase(Locale.ROOT).indexOf(OPEN);
    return open < 0 ? said : said.substring(0, open);
  }
}
