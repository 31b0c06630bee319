package dev.rapport.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey.Scope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The table of API keys. A secret is {@code rk_ID_RANDOM}, so that it is found by its id. */
final class SqlApiKeys implements ApiKeys {
  private static final String PREFIX = "rk_";
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final String COLUMNS =
      "key_id, tenant, scope, user_id, created_ms, expires_ms, revoked_ms";

  /** A key and what its secret must hash to. */
  private record Guarded(ApiKey key, byte[] hash) {}

  private final Database database;

  SqlApiKeys(Database database) {
    this.database = database;
  }

  @Override
  public Issued create(TenantId tenant, Scope scope, Instant at, Instant expires) {
    return database.write("make an API key", sql -> insert(sql, tenant, scope, at, expires));
  }

  private static Issued insert(Sql sql, TenantId tenant, Scope scope, Instant at, Instant expires)
      throws SQLException {
    String id = HexFormat.of().formatHex(AesKey.randomBytes(ID_BYTES));
    String random =
        Base64.getUrlEncoder().withoutPadding().encodeToString(AesKey.randomBytes(SECRET_BYTES));
    String secret = PREFIX + id + "_" + random;
    ApiKey key = new ApiKey(id, tenant, scope, millis(at), millis(expires), ApiKey.NEVER);
    sql.update(
        "INSERT INTO tenant (tenant) VALUES (?) ON CONFLICT (tenant) DO NOTHING", tenant.value());
    sql.update(
        "INSERT INTO api_key (" + COLUMNS + ", secret_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        tenant.value(),
        name(scope),
        user(scope),
        key.created().toEpochMilli(),
        key.expires().toEpochMilli(),
        key.revoked().toEpochMilli(),
        hash(secret));
    return new Issued(key, secret);
  }

  /** What comes back from the table. */
  private static Instant millis(Instant at) {
    return at.isAfter(ApiKey.NEVER) ? ApiKey.NEVER : Instant.ofEpochMilli(at.toEpochMilli());
  }

  @Override
  public Optional<Issued> rotate(String id, Instant at, Instant oldUntil) {
    return database.write(
        "make a new API key for " + id,
        sql -> {
          Optional<ApiKey> old = find(sql, id).filter(key -> key.holds(at));
          if (old.isEmpty()) {
            return Optional.empty();
          }
          ApiKey key = old.get();
          Instant until = oldUntil.isBefore(key.expires()) ? oldUntil : key.expires();
          sql.update(
              "UPDATE api_key SET expires_ms = ? WHERE key_id = ?",
              millis(until).toEpochMilli(),
              id);
          return Optional.of(insert(sql, key.tenant(), key.scope(), at, key.expires()));
        });
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return database.write(
            "revoke the API key " + id,
            sql ->
                sql.update(
                    "UPDATE api_key SET revoked_ms = ? WHERE key_id = ? AND revoked_ms = ?",
                    at.toEpochMilli(),
                    id,
                    ApiKey.NEVER.toEpochMilli()))
        > 0;
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return database.one("look for the API key " + id, sql -> find(sql, id));
  }

  private static Optional<ApiKey> find(Sql sql, String id) throws SQLException {
    return sql.first("SELECT " + COLUMNS + " FROM api_key WHERE key_id = ?", SqlApiKeys::key, id);
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return database.one(
        "list the API keys of " + tenant,
        sql ->
            sql.list(
                "SELECT " + COLUMNS + " FROM api_key WHERE tenant = ? ORDER BY created_ms, key_id",
                SqlApiKeys::key,
                tenant.value()));
  }

  @Override
  public Optional<ApiKey> authenticate(String secret, Instant at) {
    byte[] shown = hash(secret);
    Optional<Guarded> found =
        database.one(
            "look for an API key",
            sql ->
                sql.first(
                    "SELECT " + COLUMNS + ", secret_hash FROM api_key WHERE key_id = ?",
                    row -> new Guarded(key(row), row.getBytes("secret_hash")),
                    idOf(secret)));
    byte[] expected = found.map(Guarded::hash).orElse(new byte[shown.length]);
    boolean right = MessageDigest.isEqual(shown, expected);
    return found.map(Guarded::key).filter(key -> right && key.holds(at));
  }

  private static String idOf(String secret) {
    int end = PREFIX.length() + 2 * ID_BYTES;
    boolean shaped = secret.startsWith(PREFIX) && secret.length() > end;
    String id = shaped ? secret.substring(PREFIX.length(), end) : "";
    return US_ASCII.newEncoder().canEncode(id) && id.indexOf('\0') < 0 ? id : "";
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256; this one fails", e);
    }
  }

  private static String name(Scope scope) {
    return switch (scope) {
      case Scope.Admin admin -> "ADMIN";
      case Scope.Tenant tenant -> "TENANT";
      case Scope.Person person -> "PERSON";
    };
  }

  private static String user(Scope scope) {
    return scope instanceof Scope.Person person ? person.user().value() : "";
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    Scope scope =
        switch (row.getString("scope")) {
          case "ADMIN" -> new Scope.Admin();
          case "TENANT" -> new Scope.Tenant();
          case "PERSON" -> new Scope.Person(new UserId(row.getString("user_id")));
          default ->
              throw new StoreException(
                  "The API key %s has the scope \"%s\", which this program does not know. Update it."
                      .formatted(row.getString("key_id"), row.getString("scope")));
        };
    return new ApiKey(
        row.getString("key_id"),
        new TenantId(row.getString("tenant")),
        scope,
        Instant.ofEpochMilli(row.getLong("created_ms")),
        Instant.ofEpochMilli(row.getLong("expires_ms")),
        Instant.ofEpochMilli(row.getLong("revoked_ms")));
  }
}
