package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Question QUESTION =
      new Question("q1", "pr1", "tea", "What now?", "right", List.of("w0", "w1", "w2"));

  @Test
  void theSameSeedGivesTheSameOrder() {
    AskedQuestion asked = QUESTION.asked(3);

    assertThat(QUESTION.asked(3)).isEqualTo(asked);
    assertThat(asked.options()).containsExactlyInAnyOrder("right", "w0", "w1", "w2");
    assertThat(asked.options().get(asked.gold())).isEqualTo("right");
  }

  @Test
  void givenATwin_theOptionsStayAndTheGoldMoves() {
    Twin twin = new Twin("q1", 2, "p", "e", List.of());

    AskedQuestion asked = QUESTION.asked(3, twin);

    assertThat(asked.options()).isEqualTo(QUESTION.asked(3).options());
    assertThat(asked.options().get(asked.gold())).isEqualTo("w2");
  }

  @Test
  void givenATwinOfAnotherQuestion_saysSo() {
    Twin twin = new Twin("q9", 2, "p", "e", List.of());

    assertThatThrownBy(() -> QUESTION.asked(3, twin)).hasMessageContainingAll("q9", "q1");
  }

  @Test
  void overManySeeds_theGoldIsEverywhereAlike() {
    int[] places = new int[4];
    for (int seed = 0; seed < 4000; seed++) {
      places[QUESTION.asked(seed).gold()]++;
    }

    for (int count : places) {
      assertThat(count).isCloseTo(1000, within(120));
    }
  }
}
