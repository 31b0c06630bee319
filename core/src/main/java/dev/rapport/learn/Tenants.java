package dev.rapport.learn;

import dev.rapport.person.TenantId;
import java.util.List;

/** The tenants whose people learn in the background. Safe for several threads. */
public interface Tenants {
  /** All there are now. */
  List<TenantId> all();

  /** What learning needs of one; asked anew for every piece of work, so keep what is dear. */
  TenantLearning of(TenantId tenant);
}
