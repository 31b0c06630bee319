package dev.rapport.bench.run;

import dev.rapport.model.ModelRole;
import dev.rapport.work.Cost;
import dev.rapport.work.Lease;
import dev.rapport.work.Ledger;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run has spent, attempt by attempt, and the limits on it. Stands before the ledger, so that
 * every attempt is known here, those of earlier sessions too. Safe for several threads.
 *
 * <p>A call leaves only if it fits under the limits together with all that are under way: calls
 * exactly; money as if each of those cost as much as the dearest so far.
 */
public final class Account implements Ledger {
  private final Ledger ledger;
  private final Limits limits;
  private final Map<String, Sum> scopes = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Set<ModelRole> answered = EnumSet.noneOf(ModelRole.class);
  private Spent total = Spent.NOTHING;
  private BigDecimal dearest = BigDecimal.ZERO;
  private boolean exhausted;

  private Account(Ledger ledger, Limits limits) {
    this.ledger = ledger;
    this.limits = limits;
  }

  /**
   * @param ledger where attempts are written down
   * @param before what it already holds of this run
   */
  public static Account open(Ledger ledger, List<LedgerEntry> before, Limits limits) {
    Account account = new Account(ledger, limits);
    before.forEach(account::add);
    return account;
  }

  @Override
  public void record(LedgerEntry entry) {
    try {
      ledger.record(entry);
    } finally {
      add(entry);
    }
  }

  private synchronized void add(LedgerEntry entry) {
    Spent one = spent(entry);
    total = total.plus(one);
    if (one.usd().compareTo(dearest) > 0) {
      dearest = one.usd();
    }
    if (entry.outcome() == Outcome.ANSWERED) {
      answered.add(entry.role());
    }
    scopes.computeIfAbsent(entry.scope(), scope -> new Sum()).add(entry, one);
    underWay.remove(entry.scope());
  }

  private static Spent spent(LedgerEntry entry) {
    BigDecimal usd = entry.cost() instanceof Cost.Known known ? known.usd() : BigDecimal.ZERO;
    return new Spent(
        1, entry.usage().input(), entry.usage().output(), usd, entry.cost() instanceof Cost.Known);
  }

  /** Everything ever spent on the run. */
  public synchronized Spent total() {
    return total;
  }

  /** Whether a call was kept from leaving because of the limits. */
  synchronized boolean isExhausted() {
    return exhausted;
  }

  synchronized boolean everAnswered(ModelRole role) {
    return answered.contains(role);
  }

  /**
   * What a piece of work cost. A reply that was paid twice, because the process was killed before
   * it was stored, counts once here, so that a record is the same however often a run was killed;
   * {@link #total} has all of it.
   */
  synchronized Spent of(String scope) {
    Sum sum = scopes.get(scope);
    return sum == null ? Spent.NOTHING : sum.once;
  }

  /** Work whose record is written needs no account of its own any more. */
  synchronized void close(String scope) {
    scopes.remove(scope);
    underWay.remove(scope);
  }

  /** Leave to pay for one call after the other of a scope; a scope calls from one thread. */
  public Lease lease(String scope) {
    return () -> reserve(scope);
  }

  private synchronized boolean reserve(String scope) {
    if (underWay.contains(scope)) {
      return true;
    }
    boolean fits =
        total.calls() + underWay.size() < limits.calls()
            && limits.money().map(this::affords).orElse(true);
    if (fits) {
      underWay.add(scope);
    } else {
      exhausted = true;
    }
    return fits;
  }

  private boolean affords(BigDecimal most) {
    BigDecimal reserved = dearest.multiply(BigDecimal.valueOf(underWay.size() + 1L));
    return total.usd().compareTo(most) < 0 && total.usd().add(reserved).compareTo(most) <= 0;
  }

  /** The attempts of one scope. */
  private static final class Sum {
    private final Set<String> answeredSteps = new LinkedHashSet<>();
    private Spent once = Spent.NOTHING;

    void add(LedgerEntry entry, Spent one) {
      boolean repeated = entry.outcome() == Outcome.ANSWERED && !answeredSteps.add(entry.step());
      if (!repeated && entry.outcome() != Outcome.CANCELLED) {
        once = once.plus(one);
      }
    }
  }
}
