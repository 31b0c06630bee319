package dev.rapport.fakeserver;

import java.util.function.Consumer;

/**
 * One attempt, counted out exactly once: before the last byte of its reply leaves, so that a client
 * that has the reply finds it counted.
 */
final class Visit {
  private final Counter counter;
  private final int attempt;
  private boolean over;

  private Visit(Counter counter, int attempt) {
    this.counter = counter;
    this.attempt = attempt;
  }

  static Visit begin(Counter counter) {
    return new Visit(counter, counter.arrived());
  }

  int attempt() {
    return attempt;
  }

  void answered(Tokens tokens, boolean told) {
    end(
        change -> {
          change.answered = 1;
          change.inputTokens = told ? tokens.input() : 0;
          change.outputTokens = told ? tokens.output() : 0;
          change.untoldTokens = told ? 0 : tokens.input() + tokens.output();
        });
  }

  void refused() {
    end(change -> change.refused = 1);
  }

  void broken(Tokens tokens) {
    end(
        change -> {
          change.broken = 1;
          change.untoldTokens = tokens.input() + tokens.output();
        });
  }

  void clientLeft() {
    end(change -> change.clientLeft = 1);
  }

  private void end(Consumer<Change> how) {
    if (!over) {
      over = true;
      var change = new Change();
      how.accept(change);
      change.inFlight = -1;
      counter.apply(change);
    }
  }
}
