package dev.rapport.cli;

import dev.rapport.bench.judge.Judges;
import dev.rapport.bench.run.Account;
import dev.rapport.bench.run.Limits;
import dev.rapport.model.ModelRole;
import dev.rapport.store.SqliteStore;
import dev.rapport.work.CallConfig;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.WorkTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What answers earn in a run; every paid verdict is kept in its folder and never paid twice. */
final class TrainJudges {
  private static final LimiterConfig EIGHT_AT_A_TIME =
      new LimiterConfig(8, LimiterConfig.UNLIMITED, LimiterConfig.UNLIMITED);

  private final CourseSpec spec;
  private final Settings settings;
  private final long seed;
  private final long maxCalls;

  TrainJudges(CourseSpec spec, Settings settings, long seed, long maxCalls) {
    this.spec = spec;
    this.settings = settings;
    this.seed = seed;
    this.maxCalls = maxCalls;
  }

  /** Lends the reward to some work. */
  <R> R during(Path folder, Function<AnswerReward, R> work) {
    boolean zero = spec.cut().equals("zero");
    if (!spec.isJudged()) {
      return work.apply(new AnswerReward(zero, Judges.none(), scope -> Calls.none()));
    }
    Clock clock = Clock.systemUTC();
    try (SqliteStore store = SqliteStore.open(folder.resolve("run.db"), settings.tokenizer())) {
      Account account =
          Account.open(
              store.ledger(),
              store.ledgerBook().since(Instant.EPOCH),
              new Limits(maxCalls, Limits.ANY_MONEY));
      CallsFactory calls =
          CallsFactory.of(
              store.journal(),
              account,
              Models.prices(settings),
              CallConfig.DEFAULT,
              WorkTime.of(clock),
              new SplittableRandom(clock.millis()));
      new Models(settings, clock)
          .model(spec.judge())
          .ifPresent(model -> calls.bind(ModelRole.JUDGE, model, EIGHT_AT_A_TIME));
      return work.apply(
          new AnswerReward(
              zero,
              Judges.panel(spec.judges(), seed),
              scope -> calls.calls(scope, ModelRole.JUDGE, account.lease(scope))));
    }
  }
}
