package dev.rapport.learn;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds what was spent since the day began against the ceilings. A tenant's sum is read at most
 * once a second, however many people learn. Safe for several threads.
 */
final class CeilingWatch {
  /** Which ceiling, and when it is lifted. */
  record Reached(String why, Instant until) {}

  private record Read(Spent spent, Instant day, long at) {}

  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final BackgroundConfig config;
  private final WorkTime time;
  private final Map<TenantId, Read> everybody = new ConcurrentHashMap<>();

  CeilingWatch(BackgroundConfig config, WorkTime time) {
    this.config = config;
    this.time = time;
  }

  Optional<Reached> reached(PersonRef person, Spending spending) {
    Instant day = time.now().truncatedTo(ChronoUnit.DAYS);
    Optional<Reached> own =
        config.perPerson().isNone()
            ? Optional.empty()
            : check(
                config.perPerson(), spending.forPerson(person.user(), day), day, "for one person");
    if (own.isPresent() || config.perTenant().isNone()) {
      return own;
    }
    return check(
        config.perTenant(), everybody(person.tenant(), spending, day), day, "for all people");
  }

  private Spent everybody(TenantId tenant, Spending spending, Instant day) {
    return everybody
        .compute(
            tenant,
            (id, read) ->
                read != null && read.day().equals(day) && time.nanos() - read.at() < FRESH
                    ? read
                    : new Read(spending.forEverybody(day), day, time.nanos()))
        .spent();
  }

  private static Optional<Reached> check(Ceiling ceiling, Spent spent, Instant day, String whose) {
    if (!ceiling.isReached(spent)) {
      return Optional.empty();
    }
    Instant until = day.plus(1, ChronoUnit.DAYS);
    return Optional.of(
        new Reached(
            "%d calls and %s dollars today are the most %s; learning goes on at %s"
                .formatted(spent.calls(), spent.usd().toPlainString(), whose, until),
            until));
  }
}
