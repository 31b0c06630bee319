package dev.rapport.bench.judge;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.memory.Query;
import dev.rapport.work.Calls;

/** Who decides on answers in words. Safe for several threads. */
public interface Judges {
  /**
   * @param answer not blank
   * @param calls the way to the model bound to the role JUDGE, in a scope of this answer's own
   */
  Ruling judge(Query query, Gold gold, String answer, Calls calls);

  /** Names the wording of the prompts in reports; empty where there are none. */
  String promptVersion();

  /** Votes on each answer, 0 without a model. */
  int votes();

  /**
   * Without a model: answers of {@link Gold.Protocol#FACT} are scored by the words they share with
   * the reference, all others stay unjudged.
   */
  static Judges none() {
    return new NoJudges();
  }

  /**
   * A model that votes several times.
   *
   * @param votes 1 to 15; an odd number leaves fewer ties
   * @param seed the first vote's; each further one has the next
   */
  static Judges panel(int votes, long seed) {
    return new Panel(votes, seed);
  }
}
