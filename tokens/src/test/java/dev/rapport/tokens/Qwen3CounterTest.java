package dev.rapport.tokens;

import dev.rapport.text.TokenCounter;

class Qwen3CounterTest extends TokenCounterContract {
  @Override
  TokenCounter counter() {
    return TokenCounters.qwen3();
  }
}
