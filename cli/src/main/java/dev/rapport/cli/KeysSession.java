package dev.rapport.cli;

import dev.rapport.person.TenantId;
import dev.rapport.store.ApiKey;
import dev.rapport.store.ApiKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A command on keys. */
abstract class KeysSession extends Session {
  KeysSession(Terminal terminal) {
    super(terminal);
  }

  static ApiKeys keys(Workspace workspace) {
    return workspace.rapport().store().apiKeys();
  }

  static Instant now() {
    return Clock.systemUTC().instant();
  }

  static TenantId tenant(String name) {
    try {
      return new TenantId(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  /** A number of an option. */
  static long atLeast(long least, String option, long given) {
    if (given < least) {
      throw new UsageException("%s is %d; it must be %d or more".formatted(option, given, least));
    }
    return given;
  }

  /** The secret alone on stdout, so that a script can keep it. */
  final void show(ApiKeys.Issued issued) {
    if (json()) {
      Map<String, Object> fields = fields(issued.key());
      fields.put("key", issued.secret());
      printJson(fields);
      return;
    }
    print(issued.secret());
    say("Key %s, %s. It is shown this once.".formatted(issued.key().id(), scope(issued.key())));
  }

  static Map<String, Object> fields(ApiKey key) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", key.id());
    fields.put("tenant", key.tenant().value());
    fields.put("scope", name(key.scope()));
    if (key.scope() instanceof ApiKey.Scope.Person person) {
      fields.put("user", person.user().value());
    }
    fields.put("created", key.created().toString());
    if (!key.expires().equals(ApiKey.NEVER)) {
      fields.put("expires", key.expires().toString());
    }
    fields.put("holds", key.holds(now()));
    return fields;
  }

  static String scope(ApiKey key) {
    return switch (key.scope()) {
      case ApiKey.Scope.Admin admin -> "for everything, of every tenant";
      case ApiKey.Scope.Tenant tenant -> "for everybody of tenant " + key.tenant();
      case ApiKey.Scope.Person person ->
          "for %s of tenant %s alone".formatted(person.user(), key.tenant());
    };
  }

  private static String name(ApiKey.Scope scope) {
    return switch (scope) {
      case ApiKey.Scope.Admin admin -> "ADMIN";
      case ApiKey.Scope.Tenant tenant -> "TENANT";
      case ApiKey.Scope.Person person -> "PERSON";
    };
  }
}
