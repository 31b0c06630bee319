package dev.rapport.train.report;

import java.util.Locale;

/** What all charts are drawn with: as wide as a telephone, so that they can be read on one. */
final class Svg {
  static final int WIDTH = 360;

  private final StringBuilder out = new StringBuilder();

  /**
   * @param label says in words what is to be seen
   */
  Svg(int height, String label) {
    add(
        "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>"
            .formatted(WIDTH, height, Html.attribute(label)));
  }

  /**
   * @param anchor start, middle or end
   */
  void text(double x, double y, String anchor, String text) {
    add(
        "<text x='%s' y='%s' text-anchor='%s'>%s</text>"
            .formatted(at(x), at(y), anchor, Html.escape(text)));
  }

  void add(String shape) {
    out.append(shape);
  }

  String end() {
    return out.append("</svg>").toString();
  }

  /** A coordinate. */
  static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
