package dev.rapport.store;

import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.time.Instant;

/**
 * A key that callers show, without its secret.
 *
 * @param id names it in lists, in the audit and to its owner; tells nothing
 * @param tenant whose it is; one with {@link Scope.Admin} speaks for all
 * @param scope what may be done with it
 * @param created when it was made
 * @param expires from then on it is refused; {@link #NEVER} if it is to last
 * @param revoked from then on it is refused; {@link #NEVER} unless somebody revoked it
 */
public record ApiKey(
    String id, TenantId tenant, Scope scope, Instant created, Instant expires, Instant revoked) {
  /** A time that does not come. */
  public static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** What may be done with a key. */
  public sealed interface Scope {
    /** Everything, for every tenant. */
    record Admin() implements Scope {}

    /** Everything of one tenant's people. */
    record Tenant() implements Scope {}

    /** Everything of one person, and of nobody else. */
    record Person(UserId user) implements Scope {}
  }

  /** Whether it is to be let in at a time. */
  public boolean holds(Instant at) {
    return at.isBefore(expires) && at.isBefore(revoked);
  }
}
