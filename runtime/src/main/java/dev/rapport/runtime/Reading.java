package dev.rapport.runtime;

import dev.rapport.control.PageControl;
import dev.rapport.guard.Guard;
import dev.rapport.learn.CallsFor;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.PageWriter;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import java.time.Clock;

/** What reads conversations into pages, over any store. */
record Reading(
    RapportConfig config,
    TokenCounter counter,
    Guard guard,
    PageStrategy strategy,
    BgeSmall embedder,
    CallsFor calls,
    Clock clock) {
  static Reading of(
      RapportConfig config, PageWriter writer, BgeSmall embedder, CallsFor calls, Clock clock) {
    TokenCounter counter = config.counter();
    Guard guard = config.guard(counter);
    PageStrategy strategy = PageStrategy.of(writer, guard, counter);
    return new Reading(config, counter, guard, strategy, embedder, calls, clock);
  }

  Learner learner(MemoryStore store) {
    return new Learner(
        store, strategy, PrivacyGates.standard(), counter, calls, config.learner(), clock);
  }

  PageControl control(MemoryStore store) {
    return new PageControl(store, guard, embedder, clock);
  }
}
