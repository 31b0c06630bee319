package dev.rapport.runtime;

import dev.rapport.control.PageControl;
import dev.rapport.guard.Guard;
import dev.rapport.learn.CallsFor;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.PageWriter;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import java.time.Clock;

/** What reads conversations into pages, over any store. */
record Reading(Parts parts, PageStrategy strategy, CallsFor calls) {
  /** What does not depend on whose pages they are. */
  record Parts(
      RapportConfig config, TokenCounter counter, Guard guard, BgeSmall embedder, Clock clock) {
    static Parts of(RapportConfig config, Clock clock) {
      TokenCounter counter = config.counter();
      return new Parts(config, counter, config.guard(counter), BgeSmall.lazy(), clock);
    }
  }

  static Reading of(Parts parts, PageWriter writer, CallsFor calls) {
    return new Reading(parts, PageStrategy.of(writer, parts.guard, parts.counter), calls);
  }

  Learner learner(MemoryStore store) {
    RapportConfig config = parts.config;
    return new Learner(
        store, strategy, config.gate(), parts.counter, calls, config.learner(), parts.clock);
  }

  PageControl control(MemoryStore store) {
    return new PageControl(store, parts.guard, parts.embedder, parts.clock);
  }
}
