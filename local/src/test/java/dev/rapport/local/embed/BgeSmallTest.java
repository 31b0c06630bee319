package dev.rapport.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BgeSmallTest {
  private static final BgeSmall BGE = BgeSmall.lazy();

  @Test
  void givenTexts_whenEmbedded_thenOneUnitVectorEach() {
    List<float[]> vectors = BGE.embed(List.of("I walk to work.", "", "Ich gehe zu Fuß. 你好"));

    assertThat(vectors).hasSize(3);
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(BGE.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void givenNoTexts_whenEmbedded_thenNothing() {
    assertThat(BGE.embed(List.of())).isEmpty();
  }

  @Test
  void givenPairs_whenCompared_thenTheLikeStandNearer() {
    float[] tea = BGE.embed("She drinks green tea every morning.");

    assertThat(dot(tea, BGE.embed("Her day starts with a cup of sencha.")))
        .isGreaterThan(dot(tea, BGE.embed("The invoice is overdue by ten days.")));
  }

  @Test
  void givenNeighboursInTheList_whenEmbedded_thenTheVectorIsTheSame() {
    float[] alone = BgeSmall.lazy().embed("I cannot stand mango sauce.");
    float[] among =
        BgeSmall.lazy().embed(List.of("x ".repeat(300), "I cannot stand mango sauce.")).getLast();

    assertThat(among).containsExactly(alone);
  }

  @Test
  void givenATextBeyondTheWindow_whenEmbedded_thenItCountsAsFarAsItIsRead() {
    String start = "the ferry ".repeat(600);

    assertThat(BGE.embed(start + "zebra")).containsExactly(BGE.embed(start + "piano"));
  }

  @Test
  void givenAChangedVector_whenEmbeddedAgain_thenTheCacheIsUnharmed() {
    float[] first = BGE.embed("I sleep on the floor.");
    float[] before = first.clone();
    first[0] = 42;

    assertThat(BGE.embed("I sleep on the floor.")).containsExactly(before);
  }

  @Test
  void givenForgottenTexts_whenEmbeddedAgain_thenTheVectorsAreTheSame() {
    float[] before = BGE.embed("No aeroplane has a place for such ears.");
    BGE.forgetTexts();

    assertThat(BGE.embed("No aeroplane has a place for such ears.")).containsExactly(before);
  }

  @Test
  void givenSeveralThreads_whenEmbedding_thenAllSeeTheSame() throws Exception {
    BgeSmall fresh = BgeSmall.lazy();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<float[]>> vectors = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        vectors.add(threads.submit(() -> fresh.embed("My knees decide where I walk.")));
      }
      float[] expected = BGE.embed("My knees decide where I walk.");
      for (Future<float[]> vector : vectors) {
        assertThat(vector.get()).containsExactly(expected);
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
