package dev.rapport.bench.score;

import java.util.List;

/**
 * What the memory is worth: the same answerer with it and without it, on the same questions.
 *
 * @param without accuracy with an empty memory, of the questions scored both ways
 * @param gain accuracy with less accuracy without, paired by question and clustered by person
 * @param harmed share right without memory and wrong with it
 * @param helped share wrong without memory and right with it
 */
public record Gain(Estimate without, Estimate gain, Estimate harmed, Estimate helped) {

  /** Compares; everything is {@link Estimate#NONE} where nothing was tried without memory. */
  public static Gain of(List<Trial> trials) {
    List<Trial> paired = trials.stream().filter(Trial::isPaired).toList();
    return new Gain(
        Clustered.share(
            paired.stream().map(t -> new Sample(t.person(), t.baseline().score())).toList()),
        Clustered.difference(
            paired.stream()
                .map(t -> new Sample(t.person(), t.graded().score() - t.baseline().score()))
                .toList()),
        share(paired, true),
        share(paired, false));
  }

  /** Whether a gain or loss can be told from nothing at all. */
  public boolean isBeyondNoise() {
    return gain.isKnown() && !gain.holds(0);
  }

  private static Estimate share(List<Trial> paired, boolean harmed) {
    return Clustered.share(
        paired.stream()
            .map(
                t ->
                    new Sample(
                        t.person(),
                        t.baseline().isRight() == harmed && t.graded().isRight() != harmed ? 1 : 0))
            .toList());
  }
}
