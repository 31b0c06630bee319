package dev.rapport.strategy.nomemory;

import dev.rapport.memory.MemoryStrategy;
import dev.rapport.strategy.MemoryStrategyContract;

class NoMemoryTest extends MemoryStrategyContract<NoMemory.Nothing> {
  @Override
  protected MemoryStrategy<NoMemory.Nothing> newStrategy() {
    return new NoMemory();
  }

  @Override
  protected boolean remembers() {
    return false;
  }
}
