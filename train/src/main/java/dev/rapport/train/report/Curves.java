package dev.rapport.train.report;

import java.util.List;
import java.util.stream.IntStream;

/** Values step by step, on a scale of their own; beside the values their mean over some steps. */
public final class Curves {
  /** Steps that a smooth curve takes together. */
  public static final int WINDOW = 10;

  private static final int LEFT = 44;
  private static final int RIGHT = Svg.WIDTH - 8;
  private static final int TOP = 10;
  private static final int FLOOR = 160;
  private static final int LEGEND = 20;
  private static final int MOST_POINTS = 500;

  private Curves() {}

  /**
   * A curve.
   *
   * @param values by step; what is not finite leaves a gap
   * @param colour 0 to 4, of the page's palette
   */
  public record Curve(String label, List<Double> values, int colour) {
    public Curve {
      values = List.copyOf(values);
    }

    private double at(int step) {
      return values.get(step);
    }

    /** The mean of this step and those before it in the window. */
    private double smooth(int step) {
      return values.subList(Math.max(0, step + 1 - WINDOW), step + 1).stream()
          .mapToDouble(Double::doubleValue)
          .filter(Double::isFinite)
          .average()
          .orElse(Double.NaN);
    }
  }

  /**
   * A curve alone is drawn as it is, too; several have a legend.
   *
   * @param label of the whole
   */
  public static String of(List<Curve> curves, String label) {
    boolean alone = curves.size() == 1;
    int steps = curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(0);
    Axis axis =
        Axis.over(
            curves.stream()
                .flatMapToDouble(
                    curve ->
                        IntStream.range(0, curve.values().size())
                            .mapToDouble(alone ? curve::at : curve::smooth)));
    var svg = new Svg(FLOOR + 24 + (alone ? 0 : curves.size() * LEGEND), label);
    for (double mark : axis.marks()) {
      svg.add("<path class='axis' d='M%d %s H%d'/>".formatted(LEFT, Svg.at(y(axis, mark)), RIGHT));
      svg.text(LEFT - 5, y(axis, mark) + 4, "end", axis.text(mark));
    }
    svg.text(LEFT, FLOOR + 16, "start", "step 1");
    svg.text(RIGHT, FLOOR + 16, "end", Integer.toString(steps));
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      if (alone) {
        path(svg, axis, curve, steps, false);
      } else {
        int y = FLOOR + 24 + i * LEGEND;
        svg.add(
            "<rect x='%d' y='%d' width='11' height='11' fill='var(--c%d)'/>"
                .formatted(LEFT, y, curve.colour()));
        svg.text(LEFT + 17, y + 10, "start", curve.label());
      }
      path(svg, axis, curve, steps, true);
    }
    return svg.end();
  }

  private static void path(Svg svg, Axis axis, Curve curve, int steps, boolean smooth) {
    int size = curve.values().size();
    int stride = Math.max(1, size / MOST_POINTS);
    var path = new StringBuilder();
    boolean open = false;
    for (int step = 0; step < size; step++) {
      if (step % stride != 0 && step + 1 != size) {
        continue;
      }
      double value = smooth ? curve.smooth(step) : curve.at(step);
      if (!Double.isFinite(value)) {
        open = false;
        continue;
      }
      double x = LEFT + (RIGHT - LEFT) * step / Math.max(1.0, steps - 1);
      path.append(open ? 'L' : 'M').append(Svg.at(x)).append(' ').append(Svg.at(y(axis, value)));
      path.append(size == 1 ? "h4" : "");
      open = true;
    }
    svg.add(
        "<path class='%s' d='%s' stroke='var(--c%d)'/>"
            .formatted(smooth ? "curve" : "raw", path, curve.colour()));
  }

  private static double y(Axis axis, double value) {
    return FLOOR - axis.share(value) * (FLOOR - TOP);
  }
}
