package dev.rapport.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.memory.Query;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HashedOrderTest {
  private static Question question(String id, String twins, String... options) {
    return new Question(
        id,
        "p",
        "h",
        twins,
        new Asked(new Query("What of " + id + "?"), List.of(options)),
        new Gold(0, "", "", "", Gold.Protocol.POSITIVE, List.of()),
        new Labels(new LinkedHashMap<>()));
  }

  private static List<String> shown(OptionOrder order, Question question) {
    return order.of(question, 0).stream().map(question.asked().options()::get).toList();
  }

  @Test
  void theOrderSaysNothingOfTheDataSets() {
    OptionOrder order = new HashedOrder(1);
    assertThat(shown(order, question("q1", "", "a", "b", "c", "d")))
        .isEqualTo(shown(order, question("q1", "", "d", "b", "a", "c")));
  }

  @Test
  void twinsSeeTheSameOrder() {
    OptionOrder order = new HashedOrder(1);
    assertThat(order.of(question("q1", "set", "a", "b", "c", "d"), 0))
        .isEqualTo(order.of(question("q2", "set", "a", "b", "c", "d"), 9));
  }

  @Test
  void givenTheQuestionAtAnotherPlaceOfItsFile_itsOrderIsTheSame() {
    OptionOrder order = new HashedOrder(1);
    Question first = question("q1", "", "a", "b", "c", "d");
    Question moved =
        new Question(
            "benchmark/77",
            first.person(),
            first.history(),
            "",
            first.asked(),
            first.gold(),
            first.labels());
    assertThat(order.of(moved, 77)).isEqualTo(order.of(first, 0));
  }

  @Test
  void everyLetterIsRightAboutAsOften() {
    OptionOrder order = new HashedOrder(7);
    int[] places = new int[4];
    for (int i = 0; i < 4000; i++) {
      places[order.of(question("q" + i, "", "a", "b", "c", "d"), i).indexOf(0)]++;
    }
    assertThat(places).satisfies(counts -> assertThat(counts[0]).isBetween(900, 1100));
    for (int count : places) {
      assertThat(count).isBetween(900, 1100);
    }
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    int changed = 0;
    for (int i = 0; i < 100; i++) {
      Question question = question("q" + i, "", "a", "b", "c", "d");
      changed +=
          new HashedOrder(1).of(question, i).equals(new HashedOrder(2).of(question, i)) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(80);
  }

  @Test
  void pythonsOrder_isThePublishedOne_withTheRightOptionAsZero() {
    OptionOrder order = new PythonOrder();
    assertThat(order.of(question("q", "", "a", "b", "c", "d"), 0)).containsExactly(2, 1, 3, 0);
    assertThat(order.of(question("q", "", "a", "b", "c", "d"), 3)).containsExactly(0, 3, 1, 2);
  }
}
