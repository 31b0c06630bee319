package dev.rapport.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClusteredTest {
  @ParameterizedTest
  @CsvSource({"1,12.7062", "2,4.30265", "4,2.77645", "16,2.11991", "30,2.04227", "999,1.96234"})
  void studentsQuantilesAreThoseOfTheTables(int freedom, double quantile) {
    assertThat(StudentT.quantile975(freedom)).isCloseTo(quantile, within(5e-5));
  }

  @Test
  void givenOnePerson_theIntervalIsEverything() {
    assertThat(Clustered.share(samples(1, 20, 15))).isEqualTo(new Estimate(0.75, 0, 1, 20, 1));
    assertThat(Clustered.difference(samples(1, 4, 2))).isEqualTo(new Estimate(0.5, -1, 1, 4, 1));
  }

  @Test
  void givenAllRightOrAllWrong_theIntervalKeepsAWidth() {
    Estimate right = Clustered.share(samples(17, 12, 12));
    Estimate wrong = Clustered.share(samples(17, 12, 0));

    assertThat(right.high()).isEqualTo(1);
    assertThat(right.low()).isBetween(0.96, 0.995);
    assertThat(wrong.low()).isZero();
    assertThat(wrong.high()).isCloseTo(1 - right.low(), within(1e-12));
  }

  @Test
  void givenNoDifferenceAtAll_theIntervalKeepsAWidth() {
    Estimate none = Clustered.difference(samples(17, 12, 0));

    assertThat(none.value()).isZero();
    assertThat(none.high()).isBetween(0.005, 0.02);
  }

  @Test
  void givenPeopleWhoAreAllRightOrAllWrong_theyCountAsPeopleNotQuestions() {
    List<Sample> alike = new ArrayList<>();
    for (int person = 0; person < 20; person++) {
      for (int i = 0; i < 30; i++) {
        alike.add(new Sample("p" + person, person % 2));
      }
    }
    Estimate clustered = Clustered.share(alike);

    // The standard error is that of 20 people, sqrt(1/4 / 19), not of 600 questions.
    assertThat((clustered.high() - clustered.low()) / 2).isBetween(0.2, 0.25);
  }

  @Test
  void givenAPairedDifference_theIntervalIsThatOfTheTextbook() {
    List<Sample> samples = new ArrayList<>();
    double[][] values = {{1, 0}, {1, 1}, {0, -1}, {0, 0}};
    for (int person = 0; person < values.length; person++) {
      for (double value : values[person]) {
        samples.add(new Sample("p" + person, value));
      }
    }
    // Sums less 2 means: 0.5, 1.5, -1.5, -0.5; variance 4/3 * 5 / 64.
    double half = 3.18245 * Math.sqrt(4.0 / 3 * 5 / 64);

    Estimate difference = Clustered.difference(samples);

    assertThat(difference.value()).isCloseTo(0.25, within(1e-12));
    assertThat(difference.high()).isCloseTo(Math.min(1, 0.25 + half), within(1e-5));
    assertThat(difference.low()).isCloseTo(0.25 - half, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"5,0.5", "10,0.8", "30,0.5", "30,0.95"})
  void givenPeopleOfDifferentSkill_theIntervalHoldsTheTruthAsOftenAsItSays(
      int people, double truth) {
    Random random = new Random(people);
    int held = 0;
    int rounds = 600;
    for (int round = 0; round < rounds; round++) {
      List<Sample> samples = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        double skill = Math.clamp(truth + (random.nextBoolean() ? 1 : -1) * (1 - truth), 0, 1);
        for (int i = 0; i < 12; i++) {
          samples.add(new Sample("p" + person, random.nextDouble() < skill ? 1 : 0));
        }
      }
      held += Clustered.share(samples).holds(truth) ? 1 : 0;
    }
    assertThat((double) held / rounds).isGreaterThan(0.92);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnySamples_theIntervalHoldsTheMeanAndStaysInItsBounds(long seed) {
    Random random = new Random(seed);
    List<Sample> samples =
        IntStream.range(0, 1 + random.nextInt(200))
            .mapToObj(i -> new Sample("p" + random.nextInt(12), random.nextInt(3) / 2.0))
            .toList();
    Estimate share = Clustered.share(samples);

    assertThat(share.holds(share.value())).isTrue();
    assertThat(share.low()).isBetween(0.0, 1.0);
    assertThat(share.high()).isBetween(0.0, 1.0);
    assertThat(share.value())
        .isCloseTo(
            samples.stream().mapToDouble(Sample::value).average().orElseThrow(), within(1e-12));
  }

  private static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static List<Sample> samples(int people, int each, int right) {
    List<Sample> samples = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      for (int i = 0; i < each; i++) {
        samples.add(new Sample("p" + person, i < right ? 1 : 0));
      }
    }
    return samples;
  }
}
