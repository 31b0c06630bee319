package dev.rapport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Waiting;
import dev.rapport.person.UserId;
import dev.rapport.store.SqliteStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-02-28T09:00:00Z");
  private static final UserId ANA = new UserId("ana");

  private final SqliteStore store = SqliteStore.inMemory();

  /** Closes the store with it. */
  private Rapport at(Instant now) {
    return Rapport.builder().clock(Clock.fixed(now, ZoneOffset.UTC)).over(store);
  }

  private static Message says(String text, Instant at) {
    return new Message("c", Role.USER, text, at);
  }

  private static List<Instant> times(People people) {
    return people.store().pending(ANA, MemoryStore.FROM_START, 10).stream()
        .map(Waiting::turn)
        .map(Turn::at)
        .toList();
  }

  @Test
  void observed_withoutATime_isSaidNow_andWithOneThen() {
    try (Rapport rapport = at(NOON)) {
      rapport
          .people()
          .observe(ANA, List.of(says("I ride.", YESTERDAY), says("I swim.", Turn.UNDATED)));

      assertThat(times(rapport.people())).containsExactly(YESTERDAY, NOON);
    }
  }

  @Test
  void observedAgainLater_isTheSameTurn_saidWhenItFirstWas() {
    People first = at(NOON).people();
    first.observe(ANA, List.of(says("I swim.", Turn.UNDATED)));
    try (Rapport later = at(NOON.plusSeconds(60))) {
      var report = later.people().observe(ANA, List.of(says("I swim.", Turn.UNDATED)));

      assertThat(report.turnsNew()).isZero();
      assertThat(times(later.people())).containsExactly(NOON);
    }
  }
}
