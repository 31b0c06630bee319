package dev.rapport.train.policy;

import java.util.Set;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 takes the likeliest token
 * @param topP share of the likeliest tokens to draw from, above 0, at most 1
 * @param stops ids that end a response
 */
public record Sampling(double temperature, double topP, Set<Integer> stops) {
  public Sampling {
    stops = Set.copyOf(stops);
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException("temperature %s must be 0 or more".formatted(temperature));
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("top-p %s must be above 0 and at most 1".formatted(topP));
    }
  }
}
