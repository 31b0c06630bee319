package dev.rapport.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final BgeSmall BGE = BgeSmall.lazy();
  private static final List<String> SAID =
      List.of(
          "In forty years I have stood always on the left side by the big loudspeaker.",
          "After ten minutes in the market I hid behind the van until everybody had gone home.");
  private static final List<String> OFFERED =
      List.of(
          "What shall we do on Saturday? Two front-row places at the rock concert, right beside the amplifiers.",
          "What shall we do on Saturday? A slow walk through the empty forest, just the two of you.",
          "The invoice for the roof is paid.");

  /** Scores that the training program computes in 32 bits, without quantization. */
  private static final double[][] IN_FULL = {{4.718, 0.438, 0.572}, {1.071, 1.624, 1.510}};

  // Quantized weights and activations: the scores run from about -5 to 10.
  private static final double ROUNDING = 0.8;

  @Test
  void givenTexts_whenScored_thenAsTheTrainingProgramScoresThem() {
    PageReader reader = BGE.reader();
    for (int s = 0; s < SAID.size(); s++) {
      for (int o = 0; o < OFFERED.size(); o++) {
        assertThat(reader.score(reader.read(SAID.get(s)), reader.read(OFFERED.get(o))))
            .as("%s | %s", SAID.get(s), OFFERED.get(o))
            .isCloseTo(IN_FULL[s][o], within(ROUNDING));
      }
    }
  }

  @Test
  void givenWhatIsOnlyImplied_whenScored_thenWhatSuitsStandsFirst() {
    assertThat(score(0, 0)).isGreaterThan(score(0, 1));
    assertThat(score(1, 1)).isGreaterThan(score(1, 0));
  }

  @Test
  void givenTheUnchangedNetwork_whenBothRead_thenItsVectorsAreItsOwn() {
    float[] before = BgeSmall.lazy().embed("No aeroplane has a place for such ears.");
    float[] changed = BGE.reader().read("No aeroplane has a place for such ears.");

    assertThat(BGE.embed("No aeroplane has a place for such ears.")).containsExactly(before);
    assertThat(changed).hasSameSizeAs(before).isNotEqualTo(before);
  }

  @Test
  void givenForgottenTexts_whenReadAgain_thenTheVectorsAreTheSame() {
    float[] before = BGE.reader().read("My knees decide where I walk.");
    BGE.forgetTexts();

    assertThat(BGE.reader().read("My knees decide where I walk.")).containsExactly(before);
  }

  @Test
  void givenSeveralThreads_whenReading_thenAllSeeTheSame() throws Exception {
    PageReader fresh = BgeSmall.lazy().reader();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<float[]>> vectors = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        vectors.add(threads.submit(() -> fresh.read("My knees decide where I walk.")));
      }
      float[] expected = BGE.reader().read("My knees decide where I walk.");
      for (Future<float[]> vector : vectors) {
        assertThat(vector.get()).containsExactly(expected);
      }
    }
  }

  private static double score(int said, int offered) {
    PageReader reader = BGE.reader();
    return reader.score(reader.read(SAID.get(said)), reader.read(OFFERED.get(offered)));
  }
}
