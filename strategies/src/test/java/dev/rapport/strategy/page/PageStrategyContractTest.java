package dev.rapport.strategy.page;

import dev.rapport.memory.MemoryStrategy;
import dev.rapport.page.Page;
import dev.rapport.strategy.MemoryStrategyContract;
import dev.rapport.strategy.ScriptedCalls;
import dev.rapport.work.Calls;

class PageStrategyContractTest extends MemoryStrategyContract<Page> {
  @Override
  protected MemoryStrategy<Page> newStrategy() {
    return Pages.strategy(PatchWriter.with(WriterConfig.DEFAULT));
  }

  @Override
  protected Calls calls() {
    return ScriptedCalls.replying(
        "+ Drinks | Only drinks jasmine tea | stated <- t1",
        "+ People | Loves chamomile | other: Kate <- t1");
  }
}
