package dev.rapport.train.report;

import java.util.List;
import java.util.Locale;

/** Charts of shares, from 0 to 1. */
public final class Svg {
  private static final int WIDTH = 720;
  private static final int LEFT = 260;

  private Svg() {}

  /**
   * A bar.
   *
   * @param colour 0 to 4, of the page's palette
   */
  public record Bar(String label, Interval value, int colour) {}

  /**
   * A curve.
   *
   * @param values step by step
   */
  public record Curve(String label, List<Double> values, int colour) {
    public Curve {
      values = List.copyOf(values);
    }
  }

  /** Bars from the left, each with its interval and its number. */
  public static String bars(List<Bar> bars, String label) {
    var out = new StringBuilder();
    int height = bars.size() * 34 + 30;
    out.append(start(height, label));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = i * 34 + 6;
      out.append(text(LEFT - 10, y + 15, "end", Html.escape(bar.label())));
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x='%d' y='%d' width='%.1f' height='20' rx='2' fill='var(--c%d)'/>",
              LEFT,
              y,
              bar.value().mean() * scale(),
              bar.colour()));
      if (bar.value().high() > bar.value().low()) {
        out.append(
            String.format(
                Locale.ROOT,
                "<path d='M%.1f %d H%.1f M%.1f %d v8 M%.1f %d v8' stroke='var(--ink)'/>",
                LEFT + bar.value().low() * scale(),
                y + 10,
                LEFT + bar.value().high() * scale(),
                LEFT + bar.value().low() * scale(),
                y + 6,
                LEFT + bar.value().high() * scale(),
                y + 6));
      }
      double end = LEFT + bar.value().high() * scale() + 8;
      out.append(
          text(
              end,
              y + 15,
              "start",
              String.format(Locale.ROOT, "%.1f %%", bar.value().mean() * 100)));
    }
    int bottom = bars.size() * 34 + 4;
    out.append(
        String.format(
            Locale.ROOT, "<path class='axis' d='M%d %d H%.1f'/>", LEFT, bottom, LEFT + scale()));
    for (int tick = 0; tick <= 4; tick++) {
      out.append(text(LEFT + tick * scale() / 4, bottom + 18, "middle", tick * 25 + " %"));
    }
    return out.append("</svg>").toString();
  }

  /** Curves over steps, smoothed over a few of them, with a legend below. */
  public static String curves(List<Curve> curves, String label) {
    int height = 260;
    int from = 40;
    int floor = 200;
    var out = new StringBuilder(start(height, label));
    for (int tick = 0; tick <= 4; tick++) {
      int y = floor - tick * 45;
      out.append(
          String.format(Locale.ROOT, "<path class='axis' d='M%d %d H%d'/>", from, y, WIDTH - 10));
      out.append(text(from - 6, y + 4, "end", String.format(Locale.ROOT, "%.2f", tick * 0.25)));
    }
    int longest = curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(1);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      var path = new StringBuilder();
      for (int step = 0; step < curve.values().size(); step++) {
        double x = from + (WIDTH - 10.0 - from) * step / Math.max(1, longest - 1);
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                step == 0 ? "M" : "L",
                x,
                floor - smooth(curve, step) * 180));
      }
      out.append(
          String.format(
              Locale.ROOT,
              "<path d='%s' fill='none' stroke='var(--c%d)' stroke-width='2'/>",
              path,
              curve.colour()));
      int x = from + i * 230;
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x='%d' y='232' width='12' height='12' fill='var(--c%d)'/>",
              x,
              curve.colour()));
      out.append(text(x + 18, 243, "start", Html.escape(curve.label())));
    }
    out.append(text(WIDTH - 10, floor + 18, "end", "step " + longest));
    return out.append("</svg>").toString();
  }

  private static double smooth(Curve curve, int step) {
    int from = Math.max(0, step - 9);
    return curve.values().subList(from, step + 1).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static double scale() {
    return WIDTH - LEFT - 70.0;
  }

  private static String start(int height, String label) {
    return String.format(
        Locale.ROOT,
        "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>",
        WIDTH,
        height,
        Html.escape(label).replace("'", "&#39;"));
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT, "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>", x, y, anchor, text);
  }
}
