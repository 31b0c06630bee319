package dev.rapport.train.java;

import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Sampling;
import java.util.Arrays;

/**
 * Draws a token from logits. What is drawn depends on the logits, the seed and the count alone, in
 * any order of draws. Safe for several threads.
 */
public final class Sampler {
  /**
   * What was drawn.
   *
   * @param logProb under logits / temperature, the whole vocabulary taken; under the logits
   *     themselves at temperature 0
   */
  public record Drawn(int token, float logProb) {}

  private final Sampling sampling;

  public Sampler(Sampling sampling) {
    this.sampling = sampling;
  }

  /**
   * @param logits of {@code width} tokens from {@code at} on; overwritten
   * @param count how many tokens this seed has drawn before
   */
  public Drawn draw(float[] logits, int at, int width, long seed, int count) {
    double uniform = CounterRandom.uniform(seed, count);
    float temperature = sampling.temperature() == 0 ? 1 : (float) sampling.temperature();
    float max = Softmax.max(logits, at, width);
    if (!Float.isFinite(max)) {
      throw new TrainException(
          "the model's logits are not finite (greatest: %s); its weights are damaged: go back to an"
                  .formatted(max)
              + " earlier checkpoint, or lower the learning rate");
    }
    int likeliest = at;
    while (logits[likeliest] != max) {
      likeliest++;
    }
    float[] raw = sampling.temperature() == 0 ? logits : Arrays.copyOfRange(logits, at, at + width);
    float best = logits[likeliest];
    double sum = Softmax.exponentials(logits, at, width, max, 1 / temperature);
    if (sampling.temperature() == 0) {
      return new Drawn(likeliest - at, logProb(best, max, temperature, sum));
    }
    int token =
        sampling.topP() < 1
            ? truncated(logits, at, width, sum, uniform)
            : whole(logits, at, width, sum, uniform);
    return new Drawn(token, logProb(raw[token], max, temperature, sum));
  }

  private static float logProb(float logit, float max, float temperature, double sum) {
    return (float) ((logit - max) / temperature - Math.log(sum));
  }

  private static int whole(float[] p, int at, int width, double sum, double uniform) {
    double reach = uniform * sum;
    double passed = 0;
    for (int i = 0; i < width; i++) {
      passed += p[at + i];
      if (passed > reach) {
        return i;
      }
    }
    return width - 1; // rounding only
  }

  /** From the fewest likeliest tokens that hold top-p together; equal ones by id. */
  private int truncated(float[] p, int at, int width, double sum, double uniform) {
    var order = new long[width];
    for (int i = 0; i < width; i++) {
      long down = Integer.MAX_VALUE - (long) Float.floatToRawIntBits(p[at + i]);
      order[i] = down << 32 | i;
    }
    Arrays.sort(order);
    int count = 0;
    double held = 0;
    while (count < width && held < sampling.topP() * sum) {
      held += p[at + (int) order[count++]];
    }
    double reach = uniform * held;
    double passed = 0;
    for (int i = 0; i < count; i++) {
      passed += p[at + (int) order[i]];
      if (passed > reach) {
        return (int) order[i];
      }
    }
    return (int) order[count - 1];
  }
}
