package dev.rapport.train.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A scale with round marks on it.
 *
 * @param unit between two marks
 */
record Axis(double low, double high, double unit) {
  private static final int MARKS = 4;

  /** Over all values and 0; what is not finite counts for nothing. */
  static Axis over(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double low = Math.min(0, DoubleStream.of(finite).min().orElse(0));
    double high = Math.max(0, DoubleStream.of(finite).max().orElse(0));
    if (low == high) {
      return new Axis(0, 1, 0.25);
    }
    double unit = unit((high - low) / MARKS);
    return new Axis(Math.floor(low / unit) * unit, Math.ceil(high / unit) * unit, unit);
  }

  /** The least of 1, 2, 2.5, 5 times a power of ten that is not below. */
  private static double unit(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  List<Double> marks() {
    var marks = new ArrayList<Double>();
    for (int i = 0; i <= Math.round((high - low) / unit); i++) {
      marks.add(low + i * unit);
    }
    return marks;
  }

  /** Where a value lies, from 0 to 1. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  /** A number as short as the scale lets it be. */
  String text(double value) {
    return unit >= 1000 ? text(value / 1000, unit / 1000) + "k" : text(value, unit);
  }

  private static String text(double value, double unit) {
    int places = 0;
    for (double one = unit; places < 9 && Math.abs(one - Math.rint(one)) > 1e-6; one *= 10) {
      places++;
    }
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }
}
