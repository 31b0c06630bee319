package dev.rapport.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.work.Cost;
import dev.rapport.work.Lease;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountTest {
  private static LedgerEntry entry(String scope, String step, Outcome outcome, String usd) {
    return new LedgerEntry(
        Instant.EPOCH,
        scope,
        step,
        ModelRole.ANSWER,
        "m",
        outcome,
        1,
        Usage.of(10, 2),
        usd.isEmpty() ? Cost.unknown() : new Cost.Known(new BigDecimal(usd)),
        Duration.ZERO);
  }

  @Test
  void givenAReplyPaidTwice_theRecordCountsItOnce_theTotalTwice() {
    Account account =
        Account.open(
            entry -> {},
            List.of(
                entry("s", "answer", Outcome.UNAVAILABLE, "0"),
                entry("s", "answer", Outcome.ANSWERED, "1")),
            Limits.NONE);
    account.record(entry("s", "answer", Outcome.ANSWERED, "1"));
    assertThat(account.of("s")).isEqualTo(new Spent(2, 20, 4, new BigDecimal("1"), true));
    assertThat(account.total().calls()).isEqualTo(3);
    assertThat(account.total().usd()).isEqualByComparingTo("2");
  }

  @Test
  void givenALimit_callsUnderWayCountAgainstIt() {
    List<LedgerEntry> written = new ArrayList<>();
    Account account = Account.open(written::add, List.of(), new Limits(2, Limits.ANY_MONEY));
    Lease one = account.lease("a");
    Lease two = account.lease("b");
    Lease three = account.lease("c");
    assertThat(one.ours()).isTrue();
    assertThat(one.ours()).as("asked again before the same call").isTrue();
    assertThat(two.ours()).isTrue();
    assertThat(three.ours()).isFalse();
    assertThat(account.isExhausted()).isTrue();
    account.record(entry("a", "x", Outcome.ANSWERED, "1"));
    assertThat(written).hasSize(1);
    assertThat(one.ours()).as("a second call").isFalse();
  }

  @Test
  void givenAnUnknownPrice_theSumSaysSo() {
    Account account = Account.open(entry -> {}, List.of(), Limits.NONE);
    account.record(entry("a", "x", Outcome.ANSWERED, ""));
    assertThat(account.of("a").priced()).isFalse();
    assertThat(account.total().priced()).isFalse();
    assertThat(account.of("unheard of")).isEqualTo(Spent.NOTHING);
  }
}
