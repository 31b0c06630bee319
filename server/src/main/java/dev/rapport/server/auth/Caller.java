package dev.rapport.server.auth;

import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey;

/**
 * Whoever makes a request.
 *
 * @param id of the key they showed; {@code local} where none is asked for
 * @param tenant whose people they may touch
 * @param scope which of them, and what else
 */
public record Caller(String id, TenantId tenant, ApiKey.Scope scope) {
  public boolean isAdmin() {
    return scope instanceof ApiKey.Scope.Admin;
  }

  /** Whether they speak for one person alone. */
  public boolean isPerson() {
    return scope instanceof ApiKey.Scope.Person;
  }

  public boolean mayTouch(UserId user) {
    return !(scope instanceof ApiKey.Scope.Person person) || person.user().equals(user);
  }

  public String scopeName() {
    return switch (scope) {
      case ApiKey.Scope.Admin admin -> "ADMIN";
      case ApiKey.Scope.Tenant tenantScope -> "TENANT";
      case ApiKey.Scope.Person person -> "PERSON";
    };
  }
}
