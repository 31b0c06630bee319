package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.ApiKey;
import dev.rapport.store.ApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keys, for whoever may hand them out. */
final class KeyRoutes {
  private static final Duration TIME_TO_CHANGE_OVER = Duration.ofDays(1);
  private static final long MOST_DAYS = 36_500;

  private KeyRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/keys", Need.TENANT, "list keys", KeyRoutes::list),
        Route.post("/keys", Need.TENANT, "create key", KeyRoutes::create),
        Route.delete("/keys/{id}", Need.TENANT, "revoke key", KeyRoutes::revoke),
        Route.post("/keys/{id}/rotate", Need.TENANT, "rotate key", KeyRoutes::rotate));
  }

  private static ApiKeys keys(Exchange exchange) {
    return exchange.hosted().rapport().store().apiKeys();
  }

  private static Instant now(Exchange exchange) {
    return exchange.hosted().rapport().clock().instant();
  }

  private static Answer list(Exchange exchange) {
    ArrayNode shown = Views.array();
    keys(exchange).list(exchange.caller().tenant()).stream()
        .filter(key -> exchange.caller().isAdmin() || !isAdmin(key))
        .forEach(key -> shown.add(view(key)));
    return Answer.json(shown);
  }

  private static Answer create(Exchange exchange) {
    Fields body = exchange.body("scope", "user", "expiresInDays");
    ApiKey.Scope scope = scope(body);
    if (scope instanceof ApiKey.Scope.Admin && !exchange.caller().isAdmin()) {
      throw Problem.forbidden(
          "A tenant's key cannot make an administrator's.", "Use an administrator's key.");
    }
    TenantId tenant = exchange.caller().tenant();
    Instant expires =
        body.optionalNumber("expiresInDays")
            .map(days -> now(exchange).plus(bounded(body, days), ChronoUnit.DAYS))
            .orElse(ApiKey.NEVER);
    return issued(keys(exchange).create(tenant, scope, now(exchange), expires));
  }

  private static long bounded(Fields body, long days) {
    if (days < 1 || days > MOST_DAYS) {
      throw body.wrong("expiresInDays", "a whole number from 1 to " + MOST_DAYS);
    }
    return days;
  }

  private static ApiKey.Scope scope(Fields body) {
    String name = body.text("scope");
    Optional<String> user = body.optionalText("user");
    if (user.isPresent() != name.equals("PERSON")) {
      throw Problem.badRequest(
          "A key for one person needs \"user\", and no other key takes it.",
          "Send {\"scope\": \"PERSON\", \"user\": ...}, or leave \"user\" out.");
    }
    return switch (name) {
      case "ADMIN" -> new ApiKey.Scope.Admin();
      case "TENANT" -> new ApiKey.Scope.Tenant();
      case "PERSON" -> new ApiKey.Scope.Person(new UserId(user.orElseThrow()));
      default -> throw body.wrong("scope", "ADMIN, TENANT or PERSON");
    };
  }

  private static Answer revoke(Exchange exchange) {
    ApiKey key = require(exchange);
    keys(exchange).revoke(key.id(), now(exchange));
    return Answer.nothing();
  }

  private static Answer rotate(Exchange exchange) {
    ApiKey key = require(exchange);
    Instant until = now(exchange).plus(TIME_TO_CHANGE_OVER);
    return issued(
        keys(exchange)
            .rotate(key.id(), now(exchange), until)
            .orElseThrow(
                () -> Problem.conflict("The key no longer holds.", "Make a new one instead.")));
  }

  /** Another tenant's key, or one with more rights than the caller, is as if it were not there. */
  private static ApiKey require(Exchange exchange) {
    return keys(exchange)
        .find(exchange.path("id"))
        .filter(
            key ->
                exchange.caller().isAdmin()
                    || (key.tenant().equals(exchange.caller().tenant()) && !isAdmin(key)))
        .orElseThrow(() -> Problem.notFound("There is no such key.", "GET /v1/keys lists them."));
  }

  private static boolean isAdmin(ApiKey key) {
    return key.scope() instanceof ApiKey.Scope.Admin;
  }

  private static Answer issued(ApiKeys.Issued issued) {
    return Answer.json(201, view(issued.key()).put("key", issued.secret()));
  }

  private static ObjectNode view(ApiKey key) {
    ObjectNode node = Views.object().put("id", key.id()).put("tenant", key.tenant().value());
    switch (key.scope()) {
      case ApiKey.Scope.Admin admin -> node.put("scope", "ADMIN");
      case ApiKey.Scope.Tenant tenant -> node.put("scope", "TENANT");
      case ApiKey.Scope.Person person ->
          node.put("scope", "PERSON").put("user", person.user().value());
    }
    node.put("created", key.created().toString());
    if (!key.expires().equals(ApiKey.NEVER)) {
      node.put("expires", key.expires().toString());
    }
    if (!key.revoked().equals(ApiKey.NEVER)) {
      node.put("revoked", key.revoked().toString());
    }
    return node;
  }
}
