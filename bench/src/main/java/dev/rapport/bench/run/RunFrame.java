package dev.rapport.bench.run;

import dev.rapport.model.ModelRole;
import dev.rapport.work.Calls;
import java.util.List;

/**
 * What the three stages of a run share: its plan, its parts, and how work is named, counted and
 * stopped.
 *
 * @param parallel most histories in flight, at least 1
 */
record RunFrame(RunSpec spec, Plan plan, RunParts parts, int parallel, RunListener listener) {
  /** Works until all is done or the limits are reached. */
  Crew crew() {
    return crew(parallel);
  }

  Crew crew(int atOnce) {
    return new Crew(atOnce, parts.account()::isExhausted);
  }

  /** Names one piece of work in the journal: the same work has the same name when resumed. */
  String scope(Stage stage, String key) {
    return "%s %s %s".formatted(stage.label(), stage.digest(spec), key);
  }

  Calls calls(String scope, ModelRole role) {
    Account account = parts.account();
    return new RunCalls(parts.calls().calls(scope, role, account.lease(scope)), account, role);
  }

  StageProgress progress(Stage stage, RecordFile<?> records, int total) {
    return StageProgress.of(listener, stage, records.size(), total);
  }

  /**
   * Puts a stage's records in order.
   *
   * @throws LimitReachedException if some are missing: the limits were reached
   */
  void finish(RecordFile<?> records, List<String> keys) {
    long missing = keys.stream().filter(key -> !records.has(key)).count();
    if (missing > 0) {
      throw new LimitReachedException(
          new IllegalStateException("%d records are missing".formatted(missing)));
    }
    records.arrange(keys);
  }
}
