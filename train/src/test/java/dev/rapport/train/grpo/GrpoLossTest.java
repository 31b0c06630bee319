package dev.rapport.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GrpoLossTest {
  private static final GrpoConfig PLAIN = GrpoConfig.DEFAULT.withKlWeight(0);
  private static final double[][] RATIOS = {{.3, -.1, -.1}, {.5, 1.3}};
  private static final List<LossRow> GOLDEN =
      List.of(row(1, new double[3]), row(-1, new double[2]));

  @ParameterizedTest
  @CsvSource({
    "TOKEN_MEAN, .327809",
    "SEQ_MEAN_TOKEN_MEAN, .660568",
    "SEQ_MEAN_TOKEN_SUM, .819523",
    "TOKEN_SUM, 1.639047",
    "SEQ_MEAN_TOKEN_SUM_NORM, .000400158"
  })
  void givenTheGoldenRows_isTheGoldenLoss(Aggregation aggregation, double expected) {
    var loss = new GrpoLoss(GOLDEN, PLAIN.withAggregation(aggregation));
    assertThat(total(loss, new double[2][])).isCloseTo(expected, within(1e-6));
  }

  @Test
  void givenTheGoldenRows_isTheGoldenGradient() {
    var gradients = new double[2][];
    var loss = new GrpoLoss(GOLDEN, PLAIN);
    total(loss, gradients);
    assertThat(gradients[0]).containsExactly(new double[] {0, -.180967, -.180967}, within(1e-6));
    assertThat(gradients[1]).containsExactly(new double[] {.329744, 0}, within(1e-6));
    assertThat(loss.stats().clipShare()).isEqualTo(.4);
    assertThat(loss.stats().mostRatio()).isCloseTo(3.6693, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenNothingMovedYet_isReinforce(long seed) {
    List<LossRow> rows = random(seed, false);
    var loss = new GrpoLoss(rows, PLAIN);
    double tokens = rows.stream().mapToInt(row -> row.old().length).sum();
    double expected = 0;
    double actual = 0;
    for (int i = 0; i < rows.size(); i++) {
      LossRow row = rows.get(i);
      var gradient = new double[row.old().length];
      actual += loss.apply(i, row.old(), gradient);
      expected -= row.advantage() * row.old().length / tokens;
      for (double one : gradient) {
        assertThat(one).isCloseTo(-row.advantage() / tokens, within(1e-12));
      }
    }
    assertThat(actual).isCloseTo(expected, within(1e-12));
    assertThat(loss.stats().clipShare()).isZero();
    assertThat(loss.stats().drift()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyRows_theGradientIsThatOfTheLoss(long seed) {
    var config = GrpoConfig.DEFAULT.withKlWeight(.1);
    List<LossRow> rows = random(seed, true);
    var random = new SplittableRandom(seed + 1);
    var loss = new GrpoLoss(rows, config);
    double h = 1e-6;
    for (int i = 0; i < rows.size(); i++) {
      double[] at = near(rows.get(i).old(), random);
      var gradient = new double[at.length];
      loss.apply(i, at, gradient);
      for (int t = 0; t < at.length; t++) {
        double up = loss.apply(i, moved(at, t, h), new double[at.length]);
        double down = loss.apply(i, moved(at, t, -h), new double[at.length]);
        assertThat(gradient[t]).isCloseTo((up - down) / (2 * h), within(1e-7));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenRowsAreShuffledOrCut_nothingChanges(long seed) {
    List<LossRow> rows = random(seed, true);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      order.add((i * 7 + 3) % rows.size());
    }
    var straight = new GrpoLoss(rows, GrpoConfig.DEFAULT);
    var shuffled = new GrpoLoss(order.stream().map(rows::get).toList(), GrpoConfig.DEFAULT);
    double here = 0;
    double there = 0;
    for (int i = 0; i < rows.size(); i++) {
      int from = order.get(i);
      double[] at = near(rows.get(from).old(), new SplittableRandom(from));
      var one = new double[at.length];
      var other = new double[at.length];
      here += straight.apply(from, at, one);
      there += shuffled.apply(i, at, other);
      assertThat(one).containsExactly(other, within(1e-12));
    }
    assertThat(here).isCloseTo(there, within(1e-12));
  }

  @Test
  void whenCutIntoMicroBatches_isTheSame() {
    List<LossRow> rows = random(5, true);
    var loss = new GrpoLoss(rows, GrpoConfig.DEFAULT);
    double whole = 0;
    double cut = 0;
    for (int i = 0; i < rows.size(); i++) {
      float[] at = floats(rows.get(i).old());
      var first = new float[at.length];
      var second = new float[at.length];
      whole += loss.from(0).apply(i, at, first);
      cut += loss.from(i).apply(0, at, second);
      assertThat(first).containsExactly(second);
    }
    assertThat(whole).isEqualTo(cut);
  }

  @Test
  void givenNoSignal_onlyTheKlPulls() {
    var rows = List.of(new LossRow(0, new double[] {-1}, new double[] {-1.5}));
    var gradient = new double[1];
    new GrpoLoss(rows, PLAIN).apply(0, new double[] {-1}, gradient);
    new GrpoLoss(List.of(row(0, new double[] {-1})), PLAIN).apply(0, new double[] {-1}, gradient);
    assertThat(gradient[0]).isZero();
    new GrpoLoss(rows, PLAIN.withKlWeight(.5)).apply(0, new double[] {-1}, gradient);
    assertThat(gradient[0]).isCloseTo(.5 * (1 - Math.exp(-.5)), within(1e-12));
  }

  @Test
  void givenRowsWithoutTokens_weighsThemNothing() {
    var rows = new ArrayList<>(GOLDEN);
    rows.add(row(1, new double[0]));
    for (Aggregation aggregation : Aggregation.values()) {
      var with = new GrpoLoss(rows, PLAIN.withAggregation(aggregation));
      var without = new GrpoLoss(GOLDEN, PLAIN.withAggregation(aggregation));
      assertThat(total(with, new double[2][])).isEqualTo(total(without, new double[2][]));
      assertThat(with.apply(2, new double[0], new double[0])).isZero();
    }
  }

  @Test
  void givenAWrongNumberOfScores_isRefused() {
    var loss = new GrpoLoss(GOLDEN, PLAIN);
    assertThatThrownBy(() -> loss.apply(1, new double[3], new double[3]))
        .hasMessageContaining("row 1")
        .hasMessageContaining("3")
        .hasMessageContaining("2");
  }

  private static double total(GrpoLoss loss, double[][] gradients) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      gradients[i] = new double[RATIOS[i].length];
      sum += loss.apply(i, RATIOS[i], gradients[i]);
    }
    return sum;
  }

  private static LossRow row(double advantage, double[] old) {
    return new LossRow(advantage, old, new double[0]);
  }

  private static List<LossRow> random(long seed, boolean withStart) {
    var random = new SplittableRandom(seed);
    var rows = new ArrayList<LossRow>();
    for (int i = 0; i < 11; i++) {
      double[] old = random.doubles(random.nextInt(1, 9), -4, -.1).toArray();
      double[] start = withStart ? near(old, random) : new double[0];
      rows.add(new LossRow(random.nextDouble(-1, 1), old, start));
    }
    return rows;
  }

  private static double[] near(double[] values, SplittableRandom random) {
    return Arrays.stream(values).map(v -> v + random.nextDouble(-.5, .5)).toArray();
  }

  private static double[] moved(double[] values, int at, double by) {
    double[] copy = values.clone();
    copy[at] += by;
    return copy;
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static LongStream seeds() {
    return LongStream.range(0, 5);
  }
}
