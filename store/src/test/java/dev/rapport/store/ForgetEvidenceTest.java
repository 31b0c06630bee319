package dev.rapport.store;

import static dev.rapport.store.Samples.BOB;
import static dev.rapport.store.Samples.NOON;
import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.tombstone;
import static dev.rapport.store.Samples.turn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.learn.MemoryStore;
import dev.rapport.model.ChatReply;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;
import dev.rapport.page.Page;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.work.CallKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A phrase is put into every place that can hold words. After a forget it is looked for in what the
 * database itself keeps, and in everything that the person's key opens.
 */
@ParameterizedClass
@EnumSource(Backend.class)
final class ForgetEvidenceTest {
  private static final String SECRET = "xylophone";
  private static final TenantId ACME = new TenantId("acme");
  private static final UserId USER = new UserId("ann.example.person");
  private static final PersonRef PERSON = new PersonRef(ACME, USER);

  @TempDir Path folder;
  private final Backend backend;
  private Store store;
  private MemoryStore memory;
  private Page page;

  ForgetEvidenceTest(Backend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void plant() {
    store = backend.open(folder);
    memory = store.tenant(ACME).memory();
    memory.append(
        USER,
        List.of(
            turn("t1", "plays the " + SECRET),
            turn("t2", SECRET + " lessons"),
            turn("t3", "a long one: " + (SECRET + " ").repeat(2000)),
            turn("t4", "buried " + SECRET),
            turn("t5", "buried for another reason"),
            turn("t6", "likes tea")));
    page = memory.page(USER);
    for (int i = 0; i < 6; i++) {
      Page after = next(page, line(1, "plays the " + SECRET + " " + i), line(2, "likes tea " + i));
      memory.advance(USER, step(page, after, i == 0 ? ids("t1") : List.of()));
      page = after;
    }
    memory.bury(USER, ids("t4"), "poison");
    memory.bury(USER, ids("t5"), "the model says: " + SECRET);
    Usage usage = new Usage(10, 5, 2, true);
    var journal = store.tenant(ACME).journal();
    journal.store(
        call("write t2"), new ChatReply("the " + SECRET, "", FinishReason.STOP, usage, "m"));
    journal.store(
        call("write t3"), new ChatReply("yes", SECRET + "?", FinishReason.STOP, usage, "m"));
    journal.store(call("write t6"), new ChatReply("tea", "", FinishReason.STOP, usage, "m"));
    store.tenant(ACME).ledger().record(SqliteStoreTest.entry(USER.value(), 1));
    store.audit().append(audit("edit line", "l1"));
    store.audit().append(audit("edit line", "what should not be here: " + SECRET));
    Idempotency.Slot slot = new Idempotency.Slot(PERSON, "k1", "request 1");
    store.replays().begin(slot, "hash", NOON);
    store.replays().finish(slot, new Idempotency.Answer(200, "{\"page\":\"" + SECRET + "\"}"));
    store.wakeList().wake("fold", PERSON.key());
    store.tenant(ACME).memory().append(BOB, List.of(turn("t1", "bob stays")));
  }

  @AfterEach
  void close() {
    backend.close(store);
  }

  private static CallKey call(String step) {
    return new CallKey(USER.value(), step, "h");
  }

  private static Audit.Entry audit(String action, String target) {
    return new Audit.Entry(NOON, ACME, USER.value(), "k1", action, target);
  }

  private PersonRows rows(UserId user, Sql sql) throws SQLException {
    return new Persons(sql, ACME, backend.sql(store).master()).find(user).orElseThrow();
  }

  /** Everything sealed of the person, as it lies in the tables. */
  private List<byte[]> sealed() {
    return backend
        .sql(store)
        .database()
        .read(
            "collect",
            sql -> {
              List<byte[]> all = new ArrayList<>();
              for (SealedColumn column : SealedColumn.ALL) {
                column.of(rows(USER, sql)).forEach(value -> all.add(value.sealed()));
              }
              all.addAll(
                  sql.list(
                      "SELECT data_key FROM person WHERE tenant = 'acme' AND user_id = ?",
                      row -> row.getBytes(1),
                      USER.value()));
              return all;
            });
  }

  /** Everything that the person's key opens. */
  private List<String> opened() {
    return backend
        .sql(store)
        .database()
        .read(
            "open",
            sql -> {
              List<String> all = new ArrayList<>();
              PersonRows rows = rows(USER, sql);
              for (SealedColumn column : SealedColumn.ALL) {
                for (SealedColumn.Value value : column.of(rows)) {
                  all.add(new String(rows.open(column, value.sealed(), value.row()), UTF_8));
                }
              }
              return all;
            });
  }

  private boolean held(String words) throws IOException {
    return backend.holds(store, folder, words.getBytes(UTF_8));
  }

  /** The format's byte and the nonce: no two values have the same. */
  private boolean held(byte[] sealed) throws IOException {
    return backend.holds(store, folder, Arrays.copyOf(sealed, 13));
  }

  private void forget() {
    Page after = next(page, line(2, "likes tea 5"));
    assertThat(memory.advance(USER, forgetting(page, after, SECRET, tombstone("g1", "t1"))))
        .isTrue();
    page = after;
  }

  @Test
  void whenForgotten_thePhraseIsNowhere_notEvenSealed() throws IOException {
    List<byte[]> before = sealed();
    assertThat(opened().stream().filter(text -> text.contains(SECRET))).hasSizeGreaterThan(12);
    assertThat(held(SECRET)).as("the audit's entry that should not be").isTrue();
    for (byte[] value : before) {
      assertThat(held(value)).isTrue();
    }

    forget();

    assertThat(opened()).noneMatch(text -> text.contains(SECRET)).hasSizeGreaterThan(8);
    assertThat(memory.traces(USER)).noneMatch(trace -> trace.text().contains(SECRET));
    assertThat(held(SECRET)).isFalse();
    for (byte[] value : before) {
      assertThat(held(value)).isFalse();
    }
  }

  @Test
  void whenForgotten_allElseStays() {
    forget();

    assertThat(memory.page(USER)).isEqualTo(page);
    assertThat(memory.revisions(USER)).hasSize(7);
    assertThat(memory.tombstones(USER)).containsExactly(tombstone("g1", "t1"));
    assertThat(memory.pending(USER, MemoryStore.FROM_START, 10))
        .extracting(waiting -> waiting.turn().text())
        .containsExactly("likes tea");
    assertThat(store.tenant(ACME).journal().find(call("write t6"))).isPresent();
    assertThat(store.tenant(ACME).journal().find(call("write t3"))).isEmpty();
    assertThat(store.tenant(ACME).ledgerBook().of(USER.value())).hasSize(1);
    assertThat(store.audit().of(PERSON, Audit.NEWEST, 10))
        .extracting(each -> each.entry().target())
        .containsExactly("forgotten", "l1");
    assertThat(memory.traces(BOB)).hasSize(1);
  }

  @Test
  void whenTheSameIsReadAgain_itDoesNotComeBack() {
    forget();

    assertThat(memory.append(USER, List.of(turn("t1", "it"), turn("t2", "it"), turn("t3", "it"))))
        .isZero();
  }

  @Test
  void whenForgotten_theOldKeyOpensNothing() {
    AesKey old = backend.sql(store).database().read("read the key", sql -> rows(USER, sql).key());

    forget();

    backend
        .sql(store)
        .database()
        .read(
            "try the old key",
            sql -> {
              PersonRows with = new PersonRows(sql, PERSON, old);
              for (SealedColumn column : SealedColumn.ALL) {
                for (SealedColumn.Value value : column.of(with)) {
                  assertThatThrownBy(() -> with.open(column, value.sealed(), value.row()))
                      .isInstanceOf(StoreException.class);
                }
              }
              return true;
            });
  }

  @Test
  void whenErased_wordsKeyAndNameAreNowhere_andOthersAreUntouched() throws IOException {
    store.apiKeys().create(ACME, new ApiKey.Scope.Person(USER), NOON, ApiKey.NEVER);
    List<byte[]> before = sealed();

    memory.erase(USER);

    assertThat(held(SECRET)).isFalse();
    assertThat(held(USER.value())).isFalse();
    for (byte[] value : before) {
      assertThat(held(value)).isFalse();
    }
    assertThat(memory.people()).containsExactly(BOB);
    assertThat(memory.traces(BOB)).hasSize(1);
    assertThat(store.tenant(ACME).ledgerBook().of("erased")).hasSize(1);
    assertThat(store.audit().of(PERSON, Audit.NEWEST, 10)).isEmpty();
    assertThat(store.audit().of(ACME, Audit.NEWEST, 10))
        .extracting(each -> each.entry().user() + each.entry().target())
        .containsExactly(
            store.audit().nameOnceErased(PERSON), store.audit().nameOnceErased(PERSON));
    assertThat(store.apiKeys().list(ACME)).isEmpty();
    assertThat(store.wakeList().all()).isEmpty();
  }
}
