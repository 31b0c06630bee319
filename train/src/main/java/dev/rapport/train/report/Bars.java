package dev.rapport.train.report;

import java.util.List;

/** Shares as bars, from 0 to 1, each with its interval and its number. */
public final class Bars {
  private static final int ROW = 40;
  private static final double SCALE = Svg.WIDTH - 60.0;

  private Bars() {}

  /**
   * A bar.
   *
   * @param colour 0 to 4, of the page's palette
   */
  public record Bar(String label, Interval value, int colour) {}

  /**
   * @param label of the whole
   */
  public static String of(List<Bar> bars, String label) {
    int bottom = bars.size() * ROW + 4;
    var svg = new Svg(bottom + 24, label);
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), i * ROW);
    }
    svg.add("<path class='axis' d='M0 %d H%s'/>".formatted(bottom, Svg.at(SCALE)));
    for (int tick = 0; tick <= 4; tick++) {
      String anchor = tick == 0 ? "start" : "middle";
      svg.text(tick * SCALE / 4, bottom + 16, anchor, tick * 25 + " %");
    }
    return svg.end();
  }

  private static void bar(Svg svg, Bar bar, int top) {
    Interval value = bar.value();
    svg.text(0, top + 13, "start", bar.label());
    svg.add(
        "<rect x='0' y='%d' width='%s' height='16' rx='2' fill='var(--c%d)'/>"
            .formatted(top + 18, Svg.at(value.mean() * SCALE), bar.colour()));
    if (value.high() > value.low()) {
      String low = Svg.at(value.low() * SCALE);
      String high = Svg.at(value.high() * SCALE);
      svg.add(
          "<path d='M%s %d H%s M%s %d v8 M%s %d v8' stroke='var(--ink)'/>"
              .formatted(low, top + 26, high, low, top + 22, high, top + 22));
    }
    svg.text(value.high() * SCALE + 6, top + 31, "start", Svg.at(value.mean() * 100) + " %");
  }
}
