package dev.rapport.scheduler;

import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.Spending;
import dev.rapport.learn.Spent;
import dev.rapport.learn.TenantLearning;
import dev.rapport.learn.Tenants;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.store.KeySource;
import dev.rapport.store.LedgerBook;
import dev.rapport.store.PostgresConfig;
import dev.rapport.store.PostgresStore;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import dev.rapport.store.TenantStore;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.Price;
import dev.rapport.work.PriceList;
import dev.rapport.work.SharedLimits;
import dev.rapport.work.WakeList;
import dev.rapport.work.WorkTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Everything learning needs but the engine: a store, a model behind its limiter, a learner. */
final class Desk implements Tenants, AutoCloseable {
  private static final String KEY = "ab".repeat(32);

  private final Store store;
  private final Runnable limits;
  private final TenantLearning learning;

  private Desk(Store store, Runnable limits, TenantLearning learning) {
    this.store = store;
    this.limits = limits;
    this.learning = learning;
  }

  /**
   * @param address a JDBC URL of PostgreSQL, or a SQLite file
   * @param callsAtOnce for all processes on it together
   */
  static Desk at(String address, LanguageModel model, int callsAtOnce, WorkTime time) {
    return at(address, model, callsAtOnce, time, new TaleStrategy(TaleStrategy.CALLS_PER_CHUNK));
  }

  static Desk at(
      String address, LanguageModel model, int callsAtOnce, WorkTime time, TaleStrategy strategy) {
    if (isPostgres(address)) {
      PostgresStore store =
          PostgresStore.open(
              address, "", "", KeySource.text(KEY), PostgresConfig.DEFAULT.withTokenizer("turns"));
      PostgresLimits limits = PostgresLimits.over(store.dataSource(), time);
      return of(store, limits, limits::close, model, callsAtOnce, time, strategy);
    }
    Store store = SqliteStore.open(Path.of(address), "turns", KeySource.text(KEY));
    return of(store, SharedLimits.NONE, () -> {}, model, callsAtOnce, time, strategy);
  }

  private static Desk of(
      Store store,
      SharedLimits shared,
      Runnable limits,
      LanguageModel model,
      int callsAtOnce,
      WorkTime time,
      TaleStrategy strategy) {
    TenantStore own = store.tenant(TenantId.DEFAULT);
    LinkedHashMap<String, Price> prices = new LinkedHashMap<>();
    prices.put("*", Price.parse("1/1/2"));
    CallsFactory calls =
        CallsFactory.of(
                own.journal(),
                own.ledger(),
                PriceList.of(prices),
                new CallConfig(
                    4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                time,
                new SplittableRandom(1))
            .bind(
                ModelRole.WRITE,
                model,
                new LimiterConfig(callsAtOnce, LimiterConfig.UNLIMITED, LimiterConfig.UNLIMITED),
                shared);
    Learner learner =
        new Learner(
            own.memory(),
            strategy,
            PrivacyGates.standard(),
            new TurnCounter(),
            (user, lease) -> calls.calls(user.value(), ModelRole.WRITE, lease),
            TurnCounter.ONE_TURN_A_CHUNK,
            Clock.systemUTC());
    return new Desk(
        store, limits, new TenantLearning(learner, own.memory(), new Ledgers(own.ledgerBook())));
  }

  static boolean isPostgres(String address) {
    return address.startsWith("jdbc:postgresql:");
  }

  MemoryStore memory() {
    return learning.memory();
  }

  WakeList wakes() {
    return store.wakeList();
  }

  /** The one line of the person's page. */
  String line(UserId user) {
    return TaleStrategy.lineOf(memory().page(user));
  }

  /** Paid replies kept for a person whose chunk is not finished. */
  List<String> repliesKept(UserId user) {
    return memory().traces(user).stream()
        .filter(trace -> trace.place().startsWith("reply"))
        .map(MemoryStore.Trace::text)
        .toList();
  }

  @Override
  public List<TenantId> all() {
    return List.of(TenantId.DEFAULT);
  }

  @Override
  public TenantLearning of(TenantId tenant) {
    return learning;
  }

  @Override
  public void close() {
    limits.run();
    store.close();
  }

  private record Ledgers(LedgerBook book) implements Spending {
    @Override
    public Spent forPerson(UserId user, Instant from) {
      return sum(book.of(user.value()).stream().filter(e -> !e.at().isBefore(from)).toList());
    }

    @Override
    public Spent forEverybody(Instant from) {
      return sum(book.since(from));
    }

    private static Spent sum(List<LedgerEntry> entries) {
      Spent sum = Spent.NOTHING;
      for (LedgerEntry entry : entries) {
        if (entry.outcome() == LedgerEntry.Outcome.ANSWERED
            && entry.cost() instanceof Cost.Known known) {
          sum = new Spent(sum.calls() + 1, sum.usd().add(known.usd()));
        }
      }
      return sum;
    }
  }
}
