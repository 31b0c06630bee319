package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerConfigTest {
  @Test
  void defaultsAreThePapers() {
    assertThat(ChunkerConfig.DEFAULT).isEqualTo(new ChunkerConfig(5000, ChunkMode.WHOLE_TURNS));
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 32_769, -1})
  void givenABudgetOutOfRange_namesItAndTheRange(int budget) {
    assertThatThrownBy(() -> new ChunkerConfig(budget, ChunkMode.EXACT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(Integer.toString(budget), "256", "32768");
  }
}
