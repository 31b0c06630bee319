package dev.rapport.runtime;

import dev.rapport.learn.CallsFor;
import dev.rapport.learn.TenantLearning;
import dev.rapport.learn.Tenants;
import dev.rapport.memory.PageWriter;
import dev.rapport.model.ModelRole;
import dev.rapport.person.TenantId;
import dev.rapport.store.Store;
import dev.rapport.store.TenantStore;
import dev.rapport.work.CallsFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each tenant's people are read and answered with: the same models, their own store. */
final class Tenancies implements Tenants {
  private final Store store;
  private final Parts parts;
  private final CallsFactory calls;
  private final Map<TenantId, Tenancy> known = new ConcurrentHashMap<>();

  /**
   * What all tenants share.
   *
   * @param withModel whether a model answers
   */
  record Parts(Reading.Parts reading, PageWriter writer, boolean withModel) {}

  /** One tenant's. */
  record Tenancy(
      TenantStore store, Reading reading, Answering answering, TenantLearning learning) {}

  Tenancies(Store store, Parts parts, CallsFactory calls) {
    this.store = store;
    this.parts = parts;
    this.calls = calls;
  }

  Tenancy tenancy(TenantId tenant) {
    return known.computeIfAbsent(tenant, this::make);
  }

  private Tenancy make(TenantId tenant) {
    TenantStore own = store.tenant(tenant);
    CallsFactory ownCalls = calls.over(own.journal(), own.ledger());
    CallsFor writing = (user, lease) -> ownCalls.calls(user.value(), ModelRole.WRITE, lease);
    Reading reading = Reading.of(parts.reading(), parts.writer(), writing);
    return new Tenancy(
        own,
        reading,
        new Answering(ownCalls, parts.withModel(), parts.reading().embedder()),
        new TenantLearning(
            reading.learner(own.memory()),
            own.memory(),
            new LedgerSpending(own.ledgerBook(), parts.reading().clock())));
  }

  @Override
  public List<TenantId> all() {
    return store.tenants();
  }

  @Override
  public TenantLearning of(TenantId tenant) {
    return tenancy(tenant).learning();
  }
}
