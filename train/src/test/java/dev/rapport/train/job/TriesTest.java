package dev.rapport.train.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TriesTest {
  @Test
  void questionsThatCameAgain_areShownFirstAndLast_theLongestApartFirst() {
    var tries =
        new Tries(List.of(line(1, "a", "b"), line(2, "c", "b"), line(5, "b", "c"), line(9, "a")));

    assertThat(tries.pairs(2))
        .extracting(pair -> pair.before().attempt().id(), Tries.Pair::apart)
        .containsExactly(tuple("a", 8), tuple("b", 4));
  }

  @Test
  void whereNoneCameAgain_theFirstAndTheLastStepAreShown() {
    var tries = new Tries(List.of(line(1, "a", "b"), line(2, "c", "d"), line(3, "e")));

    Tries.Pair only = tries.pairs(3).getFirst();

    assertThat(tries.pairs(3)).hasSize(1);
    assertThat(only.before()).isEqualTo(new Tries.Seen(1, attempt("a")));
    assertThat(only.after()).isEqualTo(new Tries.Seen(3, attempt("e")));
    assertThat(new Tries(List.of(line(1, "a"))).pairs(3)).isEmpty();
  }

  private static Tries.Line line(int step, String... ids) {
    return new Tries.Line(step, List.of(ids).stream().map(TriesTest::attempt).toList());
  }

  private static Attempt attempt(String id) {
    return new Attempt(id, 1, "page", "answer", 9, false);
  }
}
