package dev.rapport.train.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowTest {
  private static final Exchange ONE =
      new Exchange(new int[] {1}, new int[] {2, 3}, new float[2], true);

  @Test
  void givenRollouts_keysTheirConversationsAndMarksTheAnswer() {
    List<Row> rows =
        Row.of(List.of(new Rollout(0, 0, List.of(ONE, ONE, ONE)), new Rollout(0, 1, List.of(ONE))));
    assertThat(rows)
        .extracting(Row::key)
        .containsExactly(
            new RowKey(0, 0, 0), new RowKey(0, 0, 1), new RowKey(0, 0, 2), new RowKey(0, 1, 0));
    assertThat(rows).extracting(Row::answer).containsExactly(false, false, true, true);
  }

  @Test
  void givenARolloutTwice_isRefused() {
    var rollout = new Rollout(3, 5, List.of(ONE));
    assertThatThrownBy(() -> Row.of(List.of(rollout, rollout)))
        .hasMessageContaining("rollout 5 of group 3");
  }

  @Test
  void givenARolloutWithoutAnswer_isRefused() {
    assertThatThrownBy(() -> new Rollout(3, 5, List.of()))
        .hasMessageContaining("rollout 5 of group 3");
  }

  @Test
  void whatWasWritten_isWithoutItsStopOnlyWhenThereWasOne() {
    assertThat(ONE.words()).containsExactly(2);
    var cut = new Exchange(new int[] {1}, new int[] {2, 3}, new float[2], false);
    assertThat(cut.words()).containsExactly(2, 3);
    assertThat(cut.sequence().tokens()).containsExactly(1, 2, 3);
    assertThat(cut.sequence().prompt()).isEqualTo(1);
  }
}
