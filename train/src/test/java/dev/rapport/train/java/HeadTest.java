package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vocabulary of Qwen3 over more places than may stand in memory at once. */
final class HeadTest {
  private static final int VOCABULARY = 151_936;
  private static final int WIDTH = 8;
  private static final int ROWS = 250;

  private final Workers workers = new Workers(2);
  private final Parameter norm = parameter("norm", List.of(WIDTH), 0.5);
  private final Parameter weight = parameter("head", List.of(VOCABULARY, WIDTH), 0.4);
  private final Head head =
      new Head(
          new RmsNorm(norm, 1e-6), new Linear(weight, Optional.empty(), Optional.empty()), WIDTH);
  private final float[] hidden = numbers(ROWS * WIDTH, 1, 3);
  private final int[] targets = new SplittableRandom(4).ints(ROWS, 0, VOCABULARY).toArray();

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void logitsOfAllPlaces_areNeverHeldTogether() {
    var scores = new float[ROWS];
    var d = new float[ROWS];
    java.util.Arrays.fill(d, 1);
    head.logProbs(workers, hidden, targets, ROWS, 0.7f, scores);
    head.backward(workers, hidden, targets, ROWS, 0.7f, d, new float[ROWS * WIDTH]);

    assertThat((long) head.held()).isLessThan((long) ROWS * VOCABULARY / 2);
    for (int row : new int[] {0, 109, 110, ROWS - 1}) {
      assertThat((double) scores[row]).isCloseTo(score(row, 0, 0), within(1e-4));
    }
  }

  @Test
  void gradientOfTheHiddenStates_isThatOfFiniteDifferences_onBothSidesOfACut() {
    var d = new float[ROWS];
    var dHidden = new float[ROWS * WIDTH];
    java.util.Arrays.fill(d, 1);
    head.logProbs(workers, hidden, targets, ROWS, 0.7f, new float[ROWS]);
    head.backward(workers, hidden, targets, ROWS, 0.7f, d, dHidden);

    for (int row : new int[] {0, 109, 110, ROWS - 1}) {
      double slope = (score(row, 2, 1e-4) - score(row, 2, -1e-4)) / 2e-4;
      assertThat((double) dHidden[row * WIDTH + 2]).isCloseTo(slope, within(1e-3));
    }
  }

  /** In 64 bits, with one number of a hidden state moved. */
  private double score(int row, int at, double by) {
    var x = new double[WIDTH];
    double square = 0;
    for (int i = 0; i < WIDTH; i++) {
      x[i] = hidden[row * WIDTH + i] + (i == at ? by : 0);
      square += x[i] * x[i];
    }
    double scale = 1 / Math.sqrt(square / WIDTH + 1e-6);
    double sum = 0;
    double target = 0;
    for (int token = 0; token < VOCABULARY; token++) {
      double logit = 0;
      for (int i = 0; i < WIDTH; i++) {
        logit += x[i] * scale * norm.values()[i] * weight.values()[token * WIDTH + i];
      }
      sum += Math.exp(logit / 0.7);
      target = token == targets[row] ? logit / 0.7 : target;
    }
    return target - Math.log(sum);
  }

  private static Parameter parameter(String name, List<Integer> shape, double deviation) {
    int size = shape.stream().reduce(1, Math::multiplyExact);
    return new Parameter(name, shape, numbers(size, deviation, size));
  }

  private static float[] numbers(int size, double deviation, long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian(0, deviation);
    }
    return values;
  }
}
