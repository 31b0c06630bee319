package dev.rapport.local.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a turn into stretches of one zone each. */
final class Zones {
  private static final String FENCE = "```";

  private Zones() {}

  static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int fence = text.indexOf(FENCE, at);
      int end = fence < 0 ? text.length() : fence;
      prose(text, at, end, spans);
      if (fence < 0) {
        break;
      }
      int close = text.indexOf(FENCE, fence + FENCE.length());
      at = close < 0 ? text.length() : close + FENCE.length();
      spans.add(new Span(fence, at, Zone.CODE));
    }
    return spans;
  }

  private static void prose(String text, int from, int to, List<Span> spans) {
    int at = from;
    for (Span quote : Quotes.find(text, from, to)) {
      lines(text, at, quote.start(), spans);
      spans.add(quote);
      at = quote.end();
    }
    lines(text, at, to, spans);
  }

  /** Outside quotation marks: lines behind {@code >} are quoted, lines of symbols are code. */
  private static void lines(String text, int from, int to, List<Span> spans) {
    int start = from;
    int at = from;
    Zone zone = Zone.DIRECT;
    while (at < to) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 || newline >= to ? to : newline + 1;
      Zone here = CodeLines.isBlank(text, at, end) ? zone : zoneOfLine(text, at, end);
      if (here != zone) {
        add(start, at, zone, spans);
        start = at;
        zone = here;
      }
      at = end;
    }
    add(start, to, zone, spans);
  }

  private static Zone zoneOfLine(String text, int from, int to) {
    if (text.charAt(from) == '>') {
      return Zone.QUOTED;
    }
    return CodeLines.looksLikeCode(text, from, to) ? Zone.CODE : Zone.DIRECT;
  }

  private static void add(int start, int end, Zone zone, List<Span> spans) {
    if (end > start) {
      spans.add(new Span(start, end, zone));
    }
  }
}
