package dev.rapport.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenCountersTest {
  @Test
  void everyNameNamesItsCounter() {
    assertThat(TokenCounters.names()).containsExactly("o200k", "qwen3");
    for (String name : TokenCounters.names()) {
      assertThat(TokenCounters.named(name).name()).isEqualTo(name);
    }
  }

  @Test
  void givenAnUnknownName_listsTheKnownOnes() {
    assertThatThrownBy(() -> TokenCounters.named("gpt2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("gpt2", "o200k", "qwen3");
  }
}
