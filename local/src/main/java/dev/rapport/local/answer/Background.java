package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What texts are usually like. Immutable.
 *
 * @param rarity of each token, {@code [V]}; 0 for tokens without content
 * @param centres mean content vector of each voice, {@code [D]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Background(float[] rarity, Map<Voice, float[]> centres) {
  TextView view(Voice voice, Reading reading) {
    double[] weights = new double[reading.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rarity[reading.token(i)];
    }
    float[] content = content(reading);
    float[] apart = unit(difference(content, centre(voice)));
    return new TextView(content, apart, reading, weights, Arrays.stream(weights).sum());
  }

  float[] centre(Voice voice) {
    return Objects.requireNonNull(centres.get(voice), "every voice has a centre");
  }

  /** The mean of a text's tokens, rare ones weighing more; of unit length. */
  float[] content(Reading reading) {
    double[] sum = new double[reading.dimensions()];
    for (int i = 0; i < reading.size(); i++) {
      reading.add(i, rarity[reading.token(i)], sum);
    }
    return unit(sum);
  }

  private static double[] difference(float[] a, float[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static float[] unit(double[] vector) {
    double squares = 0;
    for (double x : vector) {
      squares += x * x;
    }
    double length = Math.max(Math.sqrt(squares), 1e-9);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
