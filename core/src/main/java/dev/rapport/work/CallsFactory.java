package dev.rapport.work;

import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Hands out the way to the models, by role: one journal, one ledger, and one limiter for each model
 * however many roles it plays. Bind the roles first, then use it from several threads.
 */
public final class CallsFactory {
  private record Bound(LanguageModel model, CallLimiter limiter) {}

  private final CallJournal journal;
  private final Ledger ledger;
  private final PriceList prices;
  private final CallConfig config;
  private final WorkTime time;
  private final SharedRandom random;
  private final Backoff pauses;
  private final Map<ModelRole, Bound> roles;
  private final Map<String, CallLimiter> limiters;

  private CallsFactory(
      CallJournal journal,
      Ledger ledger,
      PriceList prices,
      CallConfig config,
      WorkTime time,
      SharedRandom random,
      Map<ModelRole, Bound> roles,
      Map<String, CallLimiter> limiters) {
    this.journal = journal;
    this.ledger = ledger;
    this.prices = prices;
    this.config = config;
    this.time = time;
    this.random = random;
    this.pauses = new Backoff(config.firstPause(), config.longestPause(), random);
    this.roles = roles;
    this.limiters = limiters;
  }

  /**
   * Makes a factory without any model.
   *
   * @param random for pauses alone; never shapes a reply
   */
  public static CallsFactory of(
      CallJournal journal,
      Ledger ledger,
      PriceList prices,
      CallConfig config,
      WorkTime time,
      RandomGenerator random) {
    return new CallsFactory(
        journal,
        ledger,
        prices,
        config,
        time,
        new SharedRandom(random),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  /** The same models under the same limits, with a journal and a ledger of somebody else's. */
  public CallsFactory over(CallJournal othersJournal, Ledger othersLedger) {
    return new CallsFactory(
        othersJournal, othersLedger, prices, config, time, random, roles, limiters);
  }

  /**
   * Lets a model play a role.
   *
   * @param limits of the model; those given first count when it plays several roles
   */
  public CallsFactory bind(ModelRole role, LanguageModel model, LimiterConfig limits) {
    return bind(role, model, limits, SharedLimits.NONE);
  }

  /**
   * As {@link #bind(ModelRole, LanguageModel, LimiterConfig)}, with limits that hold for several
   * processes together.
   */
  public CallsFactory bind(
      ModelRole role, LanguageModel model, LimiterConfig limits, SharedLimits shared) {
    CallLimiter limiter =
        limiters.computeIfAbsent(
            model.name(), name -> CallLimiter.of(limits, time, random, shared.of(name, limits)));
    roles.put(role, new Bound(model, limiter));
    return this;
  }

  /**
   * The way to the role's model; {@link Calls#none} when there is no such model.
   *
   * @param scope the person, by user id, or the run the calls are for
   * @param lease asked before every paid call
   */
  public Calls calls(String scope, ModelRole role, Lease lease) {
    Bound bound = roles.get(role);
    if (bound == null) {
      return Calls.none();
    }
    return new PaidCalls(
        scope,
        role,
        bound.model(),
        lease,
        journal,
        bound.limiter(),
        new AttemptBook(ledger, prices, time),
        config,
        time,
        pauses);
  }
}
