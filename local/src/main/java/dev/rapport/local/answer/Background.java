package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;

/** What texts are usually like: their mean vectors, and how rare each token is. Immutable. */
final class Background {
  final float[] wholeMean; // [D]
  final float[] contentMean; // [D]
  final float[] rarity; // [V], 0 for tokens without content

  Background(float[] wholeMean, float[] contentMean, float[] rarity) {
    this.wholeMean = wholeMean;
    this.contentMean = contentMean;
    this.rarity = rarity;
  }

  TextView view(Reading reading) {
    double[] weights = new double[reading.size()];
    double[] content = new double[contentMean.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rarity[reading.token(i)];
      reading.add(i, weights[i], content);
    }
    float[] whole = reading.whole();
    double[] wide = new double[whole.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = whole[i];
    }
    return new TextView(unit(wide, wholeMean), unit(unit(content), contentMean), reading, weights);
  }

  /** The content vector before it is centred, at unit length. */
  static double[] unit(double[] vector) {
    double length = Math.max(length(vector), 1e-9);
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] / length;
    }
    return unit;
  }

  private static float[] unit(double[] vector, float[] centre) {
    double[] apart = new double[vector.length];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = vector[i] - centre[i];
    }
    double[] unit = unit(apart);
    float[] narrow = new float[unit.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) unit[i];
    }
    return narrow;
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double x : vector) {
      squares += x * x;
    }
    return Math.sqrt(squares);
  }
}
