package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.BOB;
import static dev.rapport.store.Samples.NOON;
import static dev.rapport.store.Samples.REF;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.turns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.learn.Spent;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey.Scope;
import dev.rapport.store.Idempotency.Answer;
import dev.rapport.store.Idempotency.Begun;
import dev.rapport.store.Idempotency.Slot;
import dev.rapport.work.Cost;
import dev.rapport.work.Ledger;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.WakeList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of callers, the audit, answers to requests that come again, the backlog. */
@ParameterizedClass
@EnumSource(Backend.class)
final class ServiceTablesTest {
  private static final TenantId ACME = REF.tenant();
  private static final TenantId OTHER = new TenantId("other");
  private static final Slot SLOT = new Slot(REF, "k1", "a request");
  private static final Answer ANSWER = new Answer(201, "{\"revision\":7}");

  @TempDir Path folder;
  private final Backend backend;
  private Store store;

  ServiceTablesTest(Backend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void open() {
    store = backend.open(folder);
  }

  @AfterEach
  void close() {
    backend.close(store);
  }

  @Test
  void aKeyIsKnownByItsSecret_andByNothingElse() throws IOException {
    ApiKeys keys = store.apiKeys();
    ApiKeys.Issued made = keys.create(ACME, new Scope.Person(ANN), NOON, ApiKey.NEVER);
    ApiKeys.Issued other = keys.create(OTHER, new Scope.Tenant(), NOON, ApiKey.NEVER);
    String secret = made.secret();

    assertThat(keys.authenticate(secret, NOON)).contains(made.key());
    assertThat(made.key().scope()).isEqualTo(new Scope.Person(ANN));
    assertThat(keys.find(made.key().id())).contains(made.key());
    assertThat(keys.list(ACME)).containsExactly(made.key());
    assertThat(keys.list(OTHER)).containsExactly(other.key());
    for (String wrong :
        List.of(
            "",
            "rk_",
            secret.substring(1),
            secret.substring(0, secret.length() - 1),
            secret + "A",
            secret.replace(made.key().id(), other.key().id()),
            "rk_\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000________________",
            made.key().id())) {
      assertThat(keys.authenticate(wrong, NOON)).as(wrong).isEmpty();
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    assertThat(backend.holds(store, folder, bytes)).isFalse();
    assertThat(made.toString()).doesNotContain(secret);
  }

  @Test
  void aKeyHoldsUntilItExpiresOrIsRevoked() {
    ApiKeys keys = store.apiKeys();
    ApiKeys.Issued made = keys.create(ACME, new Scope.Admin(), NOON, NOON.plus(Duration.ofDays(1)));
    Instant later = NOON.plus(Duration.ofHours(23));

    assertThat(keys.authenticate(made.secret(), later)).isPresent();
    assertThat(keys.authenticate(made.secret(), NOON.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(keys.revoke(made.key().id(), later)).isTrue();
    assertThat(keys.revoke(made.key().id(), later)).isFalse();
    assertThat(keys.authenticate(made.secret(), later)).isEmpty();
    assertThat(keys.list(ACME).getFirst().holds(later)).isFalse();
    assertThat(keys.rotate(made.key().id(), later, later)).isEmpty();
    assertThat(keys.rotate("none", later, later)).isEmpty();
  }

  @Test
  void whenRotated_theOldKeyHoldsForAWhile_andTheNewOneHasTheSameRights() {
    ApiKeys keys = store.apiKeys();
    ApiKeys.Issued old = keys.create(ACME, new Scope.Tenant(), NOON, ApiKey.NEVER);

    ApiKeys.Issued fresh = keys.rotate(old.key().id(), NOON, NOON.plusSeconds(60)).orElseThrow();

    assertThat(fresh.key().scope()).isEqualTo(old.key().scope());
    assertThat(fresh.key().tenant()).isEqualTo(ACME);
    assertThat(fresh.key().expires()).isEqualTo(ApiKey.NEVER);
    assertThat(keys.authenticate(old.secret(), NOON.plusSeconds(59))).isPresent();
    assertThat(keys.authenticate(old.secret(), NOON.plusSeconds(60))).isEmpty();
    assertThat(keys.authenticate(fresh.secret(), NOON.plusSeconds(60))).contains(fresh.key());
  }

  @Test
  void theAuditIsReadPageByPage_newestFirst_ofAPersonOrATenant() {
    for (int i = 0; i < 7; i++) {
      String user = i % 2 == 0 ? "ann" : "bob";
      store.audit().append(new Audit.Entry(NOON, ACME, user, "k1", "read page", "no. " + i));
    }
    store.audit().append(new Audit.Entry(NOON, OTHER, "ann", "k2", "read page", "other"));

    List<Audit.Numbered> first = store.audit().of(ACME, Audit.NEWEST, 3);
    List<Audit.Numbered> second = store.audit().of(ACME, first.getLast().number(), 10);

    assertThat(first)
        .extracting(e -> e.entry().target())
        .containsExactly("no. 6", "no. 5", "no. 4");
    assertThat(second).hasSize(4);
    assertThat(store.audit().of(REF, Audit.NEWEST, 10))
        .extracting(e -> e.entry().target())
        .containsExactly("no. 6", "no. 4", "no. 2", "no. 0");
    assertThat(first.getFirst().entry().at()).isEqualTo(Instant.ofEpochMilli(NOON.toEpochMilli()));
  }

  @Test
  void aRequestThatComesAgainIsAnsweredAsBefore() {
    Idempotency replays = store.replays();

    assertThat(replays.begin(SLOT, "h1", NOON)).isEqualTo(new Begun.New());
    assertThat(replays.begin(SLOT, "h1", NOON)).isEqualTo(new Begun.Running());
    replays.finish(SLOT, ANSWER);

    assertThat(replays.begin(SLOT, "h1", NOON)).isEqualTo(new Begun.Replay(ANSWER));
    assertThat(replays.begin(SLOT, "h2", NOON)).isEqualTo(new Begun.Conflict());
    Slot aboutBob = new Slot(new PersonRef(ACME, BOB), "k1", "a request");
    assertThat(replays.begin(aboutBob, "h1", NOON)).isEqualTo(new Begun.Conflict());
    Slot ofAnotherCaller = new Slot(REF, "k2", "a request");
    assertThat(replays.begin(ofAnotherCaller, "h1", NOON)).isEqualTo(new Begun.New());
    Slot elsewhere = new Slot(new PersonRef(OTHER, ANN), "k1", "a request");
    assertThat(replays.begin(elsewhere, "h1", NOON)).isEqualTo(new Begun.New());
    assertThatThrownBy(() -> new Slot(REF, "k1", "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Answer(7, "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerIsKeptForADay_aRequestThatWasGivenUpNotAtAll() {
    Idempotency replays = store.replays();
    replays.begin(SLOT, "h1", NOON);
    replays.release(SLOT);
    assertThat(replays.begin(SLOT, "h2", NOON)).isEqualTo(new Begun.New());
    assertThat(replays.begin(SLOT, "h3", NOON.plus(Idempotency.UNDER_WAY)))
        .isEqualTo(new Begun.New());
    replays.finish(SLOT, ANSWER);
    Instant end = NOON.plus(Idempotency.UNDER_WAY).plus(Idempotency.LIFE);

    assertThat(replays.expire(end.minusMillis(1))).isZero();
    assertThat(replays.begin(SLOT, "h3", end.minusMillis(1))).isEqualTo(new Begun.Replay(ANSWER));
    assertThat(replays.begin(SLOT, "h4", end)).isEqualTo(new Begun.New());
    assertThat(replays.expire(end.plus(Idempotency.LIFE))).isEqualTo(1);
  }

  @Test
  void whenErasedWhileARequestIsUnderWay_itsAnswerIsNotKept() {
    store.replays().begin(SLOT, "h1", NOON);
    store.tenant(ACME).memory().erase(ANN);

    store.replays().finish(SLOT, ANSWER);

    assertThat(store.replays().begin(SLOT, "h1", NOON)).isEqualTo(new Begun.New());
  }

  @Test
  void theBacklogCountsWhatWaitsAndWhatWasSetAside() {
    Instant before = Instant.now().minusSeconds(1);
    for (int i = 0; i < 5; i++) {
      var memory = store.tenant(ACME).memory();
      var user = new UserId("user" + i);
      memory.append(user, turns(3));
      memory.bury(user, ids("t2"), "poison");
      if (i == 4) {
        memory.markRead(user, 0, ids("t1", "t3"));
        memory.unbury(user, ids("t2"));
        memory.markRead(user, 0, ids("t2"));
      }
    }
    store.tenant(OTHER).memory().append(ANN, turns(2));
    Backlog backlog = store.backlog();

    List<Backlog.Item> all = backlog.of(ACME, "", 10);

    assertThat(all).hasSize(4).allMatch(item -> item.waiting() == 2 && item.buried() == 1);
    assertThat(all).allMatch(item -> item.oldest().isAfter(before));
    assertThat(backlog.of(ACME, "user1", 1)).containsExactly(all.get(2));
    assertThat(backlog.of(all.get(1).person())).isEqualTo(all.get(1));
    assertThat(backlog.of(REF)).isEqualTo(new Backlog.Item(REF, 0, Instant.MAX, 0));
    assertThat(backlog.totals(ACME)).isEqualTo(new Backlog.Totals(4, 8, oldest(all), 4));
    assertThat(backlog.totals().people()).isEqualTo(5);
    assertThat(backlog.totals().waiting()).isEqualTo(10);
    assertThat(backlog.totals(new TenantId("nobody")))
        .isEqualTo(new Backlog.Totals(0, 0, Instant.MAX, 0));
  }

  private static Instant oldest(List<Backlog.Item> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.get(i).oldest())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  @Test
  void whatWasPaid_isSummedUpByTimeAndPerson_withoutWhatWasRefused() {
    Ledger ledger = store.tenant(ACME).ledger();
    ledger.record(attempt("ann", 1, Outcome.ANSWERED, "0.10"));
    ledger.record(attempt("ann", 2, Outcome.ANSWERED, "0.10"));
    ledger.record(attempt("bob", 2, Outcome.UNAVAILABLE, "0.001"));
    ledger.record(attempt("bob", 3, Outcome.THROTTLED, "9"));
    ledger.record(attempt("bob", 4, Outcome.MALFORMED, ""));
    LedgerBook book = store.tenant(ACME).ledgerBook();

    assertThat(book.spent(NOON, NOON.plusSeconds(9)))
        .isEqualTo(new Spent(4, new BigDecimal("0.201")));
    assertThat(book.spent(NOON.plusSeconds(2), NOON.plusSeconds(4)))
        .isEqualTo(new Spent(2, new BigDecimal("0.101")));
    assertThat(book.spentOf("ann", NOON.plusSeconds(2)).usd()).isEqualByComparingTo("0.1");
    assertThat(book.spentOf("nobody", NOON)).isEqualTo(Spent.NOTHING);
    assertThat(store.tenant(OTHER).ledgerBook().spent(NOON, NOON.plusSeconds(9)))
        .isEqualTo(Spent.NOTHING);
    assertThat(book.totalSince(NOON).attempts()).isEqualTo(5);
    assertThat(book.totalSince(NOON).cost()).isEqualTo(Cost.unknown());
    assertThat(book.newest(NOON, 2))
        .extracting(LedgerEntry::outcome)
        .containsExactly(Outcome.MALFORMED, Outcome.THROTTLED);
    assertThat(book.newestOf("ann", 9)).hasSize(2);
  }

  private static LedgerEntry attempt(String scope, int second, Outcome outcome, String usd) {
    return new LedgerEntry(
        NOON.plusSeconds(second),
        scope,
        "write",
        ModelRole.WRITE,
        "m",
        outcome,
        1,
        new Usage(10, 1, 0, true),
        usd.isEmpty() ? Cost.unknown() : new Cost.Known(new BigDecimal(usd)),
        Duration.ZERO);
  }

  @Test
  void wakesAtOnce_haveStampsOfTheirOwn() throws InterruptedException {
    List<Callable<Boolean>> wakes =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    (Callable<Boolean>)
                        () -> {
                          store.wakeList().wake("learn", "p" + i);
                          return true;
                        })
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      threads.invokeAll(wakes);
    }

    assertThat(store.wakeList().all()).hasSize(40);
    assertThat(store.wakeList().all()).extracting(WakeList.Entry::wakes).doesNotHaveDuplicates();
  }
}
