package dev.rapport.runtime;

import dev.rapport.learn.TenantLearning;
import dev.rapport.learn.Tenants;
import dev.rapport.person.TenantId;
import java.util.List;

/** The one tenant there is where nobody speaks of tenants. */
record DefaultTenant(TenantLearning learning) implements Tenants {
  @Override
  public List<TenantId> all() {
    return List.of(TenantId.DEFAULT);
  }

  @Override
  public TenantLearning of(TenantId tenant) {
    if (!tenant.equals(TenantId.DEFAULT)) {
      throw new IllegalArgumentException(
          "tenant \"%s\" is not known here; the only one is \"%s\""
              .formatted(tenant, TenantId.DEFAULT));
    }
    return learning;
  }
}
