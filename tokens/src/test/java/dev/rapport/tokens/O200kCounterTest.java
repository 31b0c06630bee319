package dev.rapport.tokens;

import dev.rapport.text.TokenCounter;

class O200kCounterTest extends TokenCounterContract {
  @Override
  TokenCounter counter() {
    return TokenCounters.o200k();
  }
}
