package dev.rapport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.learn.Spent;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.TenantStore;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LedgerSpendingTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

  private final SqliteStore sqlite = SqliteStore.inMemory();
  private final TenantStore store = sqlite.tenant(TenantId.DEFAULT);
  private final HandClock clock = new HandClock();
  private final LedgerSpending spending = new LedgerSpending(store.ledgerBook(), clock);

  /** Shows what it was set to. */
  private static final class HandClock extends Clock {
    private Instant now = MIDNIGHT;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @AfterEach
  void close() {
    sqlite.close();
  }

  private void pay(Instant at, String who, Outcome outcome) {
    Cost cost = new Cost.Known(new BigDecimal("0.01"));
    store
        .ledger()
        .record(
            new LedgerEntry(
                at,
                who,
                "write",
                ModelRole.WRITE,
                "m",
                outcome,
                1,
                Usage.of(10, 1),
                cost,
                Duration.ofMillis(5)));
  }

  @Test
  void overADay_isAlwaysWhatTheWholeLedgerSumsUpTo() {
    SplittableRandom random = new SplittableRandom(5);
    for (int minute = 0; minute < 24 * 60; minute += 7) {
      clock.now = MIDNIGHT.plus(Duration.ofMinutes(minute));
      // Of this process, and of another one whose clock is behind or whose call took long.
      pay(clock.now, "ana", Outcome.ANSWERED);
      pay(late(random), "bob", Outcome.ANSWERED);

      assertThat(spending.forEverybody(MIDNIGHT)).isEqualTo(all(MIDNIGHT));
    }
  }

  /** Up to ten minutes ago, but of this day. */
  private Instant late(SplittableRandom random) {
    Instant at = clock.now.minusSeconds(random.nextInt(600));
    return at.isBefore(MIDNIGHT) ? MIDNIGHT : at;
  }

  private Spent all(Instant from) {
    return store.ledgerBook().spent(from, Instant.ofEpochMilli(Long.MAX_VALUE));
  }

  @Test
  void whenTheDayIsOver_beginsAtNothing() {
    pay(MIDNIGHT, "ana", Outcome.ANSWERED);
    clock.now = MIDNIGHT.plus(Duration.ofHours(23));
    assertThat(spending.forEverybody(MIDNIGHT).calls()).isEqualTo(1);

    Instant tomorrow = MIDNIGHT.plus(Duration.ofDays(1));
    clock.now = tomorrow.plusSeconds(1);
    assertThat(spending.forEverybody(tomorrow)).isEqualTo(all(tomorrow));
    assertThat(spending.forEverybody(tomorrow).calls()).isZero();
  }

  @Test
  void ofAPerson_countsTheirOwnPaidCallsAlone() {
    pay(MIDNIGHT, "ana", Outcome.ANSWERED);
    pay(MIDNIGHT, "bob", Outcome.ANSWERED);
    pay(MIDNIGHT.minusSeconds(1), "ana", Outcome.ANSWERED);

    Spent spent = spending.forPerson(new UserId("ana"), MIDNIGHT);
    assertThat(spent.calls()).isEqualTo(1);
    assertThat(spent.usd()).isEqualByComparingTo("0.01");
  }
}
