package dev.rapport.store;

import dev.rapport.person.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keys that callers show. Of a secret only its SHA-256 is kept: it is 256 random bits, which nobody
 * guesses, so that a slow hash would cost every request and win nothing.
 */
public interface ApiKeys {
  /**
   * A new key.
   *
   * @param secret what the caller shows; it cannot be had again
   */
  record Issued(ApiKey key, String secret) {
    @Override
    public String toString() {
      return "Issued[key=%s, secret=***]".formatted(key);
    }
  }

  /**
   * @param at now
   * @param expires {@link ApiKey#NEVER} if it is to last
   */
  Issued create(TenantId tenant, ApiKey.Scope scope, Instant at, Instant expires);

  /**
   * Makes a key with the same rights. The old one expires at {@code oldUntil}, so that callers have
   * time to change over.
   *
   * @return empty when there is no such key, or it no longer holds
   */
  Optional<Issued> rotate(String id, Instant at, Instant oldUntil);

  /**
   * @return false when there is no such key, or it was revoked before
   */
  boolean revoke(String id, Instant at);

  Optional<ApiKey> find(String id);

  /** A tenant's keys, oldest first, those that no longer hold too. */
  List<ApiKey> list(TenantId tenant);

  /** The key that a secret is of, if it holds. Takes as long for a wrong secret as for a right. */
  Optional<ApiKey> authenticate(String secret, Instant at);
}
