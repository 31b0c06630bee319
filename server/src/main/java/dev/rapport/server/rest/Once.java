package dev.rapport.server.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.PersonRef;
import dev.rapport.server.problem.Problem;
import dev.rapport.store.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Does a write that comes again under its {@code Idempotency-Key} once, and answers it twice. */
final class Once {
  private static final String HEADER = "Idempotency-Key";

  private final Idempotency replays;
  private final Clock clock;

  Once(Idempotency replays, Clock clock) {
    this.replays = replays;
    this.clock = clock;
  }

  Answer answer(Route route, Exchange exchange) throws Exception {
    Optional<String> key = exchange.header(HEADER);
    if (key.isEmpty() || !route.writes()) {
      return route.work().answer(exchange);
    }
    if (route.need() != Need.PERSON) {
      throw Problem.badRequest(
          "This address keeps no answers, so it takes no %s.".formatted(HEADER),
          "Leave it out; writes about a person take one.");
    }
    PersonRef person = exchange.person();
    Idempotency.Slot slot = new Idempotency.Slot(person, exchange.caller().id(), key.get());
    return switch (replays.begin(slot, hash(exchange), clock.instant())) {
      case Idempotency.Begun.New begun -> first(slot, route, exchange);
      case Idempotency.Begun.Replay replay ->
          new Answer.Whole(
              replay.answer().status(),
              replay.answer().body().isEmpty() ? "" : "application/json",
              replay.answer().body().getBytes(UTF_8),
              Map.of("Idempotent-Replayed", "true"));
      case Idempotency.Begun.Running running ->
          throw Problem.conflict(
              "The same request is under way.", "Wait, and send it again with the same key.");
      case Idempotency.Begun.Conflict conflict ->
          throw Problem.of(
              422,
              "Key used before",
              "This Idempotency-Key came with another request before.",
              "Use a new key for a new request.");
    };
  }

  private Answer first(Idempotency.Slot slot, Route route, Exchange exchange) throws Exception {
    boolean kept = false;
    try {
      Answer answer = route.work().answer(exchange);
      if (answer instanceof Answer.Whole whole && whole.status() < 500) {
        replays.finish(
            slot, new Idempotency.Answer(whole.status(), new String(whole.body(), UTF_8)));
        kept = true;
      }
      return answer;
    } finally {
      if (!kept) {
        replays.release(slot);
      }
    }
  }

  private static String hash(Exchange exchange) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      HttpServletRequest request = exchange.context().req();
      String asked = request.getMethod() + "\n" + request.getRequestURI();
      digest.update((asked + "\n" + request.getQueryString() + "\n").getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(exchange.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256; this one does not", e);
    }
  }
}
