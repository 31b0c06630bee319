package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.NOON;
import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.tombstone;
import static dev.rapport.store.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Page;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.work.CallKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tenants with a person of the same name, and every way to cross. */
@ParameterizedClass
@EnumSource(Backend.class)
final class TenantsTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final CallKey CALL = new CallKey("ann", "write t1", "h1");

  @TempDir Path folder;
  private final Backend backend;
  private Store store;

  TenantsTest(Backend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void open() {
    store = backend.open(folder);
    fill(ACME, "acme says");
    fill(OTHER, "other says");
  }

  @AfterEach
  void close() {
    backend.close(store);
  }

  private MemoryStore memory(TenantId tenant) {
    return store.tenant(tenant).memory();
  }

  /** The same ids everywhere, other words. */
  private void fill(TenantId tenant, String words) {
    MemoryStore memory = memory(tenant);
    memory.append(
        ANN, List.of(turn("t1", words + " 1"), turn("t2", words + " 2"), turn("t3", words)));
    memory.bury(ANN, ids("t3"), "poison of " + words);
    Page page = memory.page(ANN);
    Page one = next(page, line(1, words + " a line"), line(2, "secret of " + words));
    assertThat(memory.advance(ANN, step(page, one, ids("t1")))).isTrue();
    store.tenant(tenant).journal().store(CALL, MemoryStoreContract.reply(words + " a reply"));
    store.tenant(tenant).ledger().record(SqliteStoreTest.entry("ann", 1));
    store.audit().append(new Audit.Entry(NOON, tenant, "ann", "k1", "read page", words));
  }

  private void assertUntouched(TenantId tenant, String words) {
    MemoryStore memory = memory(tenant);
    assertThat(memory.traces(ANN))
        .hasSize(11)
        .filteredOn(trace -> !trace.text().contains(words))
        .isEmpty();
    assertThat(memory.revisions(ANN)).hasSize(1);
    assertThat(memory.tombstones(ANN)).isEmpty();
    assertThat(memory.buried(ANN).getFirst().why()).isEqualTo("poison of " + words);
    assertThat(store.tenant(tenant).journal().find(CALL))
        .contains(MemoryStoreContract.reply(words + " a reply"));
    assertThat(store.tenant(tenant).ledgerBook().of("ann")).hasSize(1);
    assertThat(store.tenant(tenant).ledgerBook().since(Instant.EPOCH)).hasSize(1);
    assertThat(store.audit().of(new PersonRef(tenant, ANN), Audit.NEWEST, 10))
        .extracting(each -> each.entry().target())
        .containsExactly(words);
    assertThat(store.backlog().of(new PersonRef(tenant, ANN)).waiting()).isEqualTo(1);
  }

  @Test
  void nothingOfOneIsSeenFromAnother() {
    assertUntouched(ACME, "acme says");
    assertUntouched(OTHER, "other says");
    assertThat(memory(TenantId.DEFAULT).people()).isEmpty();
    assertThat(memory(TenantId.DEFAULT).traces(ANN)).isEmpty();
    assertThat(memory(ACME).key(ANN).hash("x")).isNotEqualTo(memory(OTHER).key(ANN).hash("x"));
    assertThat(store.tenants()).containsExactly(ACME, OTHER);
  }

  @Test
  void whenForgottenInOne_theOtherIsUntouched() {
    MemoryStore memory = memory(ACME);
    Page page = memory.page(ANN);
    Page after = next(page, line(1, "acme says a line"));
    memory.advance(ANN, forgetting(page, after, "says", tombstone("g1", "t2")));

    assertUntouched(OTHER, "other says");
    assertThat(memory.pending(ANN, MemoryStore.FROM_START, 10)).isEmpty();
  }

  @Test
  void whenErasedInOne_theOtherIsUntouched() {
    store.wakeList().wake("fold", new PersonRef(ACME, ANN).key());
    store.wakeList().wake("fold", new PersonRef(OTHER, ANN).key());

    memory(ACME).erase(ANN);

    assertUntouched(OTHER, "other says");
    assertThat(memory(ACME).people()).isEmpty();
    assertThat(memory(ACME).traces(ANN)).isEmpty();
    assertThat(store.wakeList().all())
        .extracting(entry -> entry.key())
        .containsExactly("other:ann");
  }

  @Test
  void whenMarkedBuriedAndPurgedInOne_theOtherIsUntouched() {
    memory(ACME).bury(ANN, ids("t2"), "no");
    memory(ACME).unbury(ANN, ids("t3"));
    memory(ACME).markRead(ANN, 1, ids("t3"));
    store.tenant(ACME).journal().purge("ann");

    assertUntouched(OTHER, "other says");
  }

  @Test
  void givenAUserWhoseNameLooksLikeAnothersKey_whenErased_theOtherIsUntouched() {
    UserId sly = new UserId("other:ann");
    memory(TenantId.DEFAULT).append(sly, List.of(turn("t1", "hello")));
    store.wakeList().wake("fold", "other:ann");

    memory(TenantId.DEFAULT).erase(sly);

    assertUntouched(OTHER, "other says");
    assertThat(store.wakeList().all()).hasSize(1);
  }

  @Test
  void givenAValueMovedFromAnotherTenant_itIsNotOpened() {
    for (SealedColumn column : SealedColumn.ALL) {
      if (!column.equals(SealedColumn.RESPONSE) && !column.equals(SealedColumn.TOMBSTONE)) {
        move(column);
      }
    }

    assertThatThrownBy(() -> memory(ACME).page(ANN))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("acme:ann")
        .hasMessageContaining("cannot be opened");
    assertThatThrownBy(() -> memory(ACME).revisions(ANN)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> memory(ACME).buried(ANN)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> memory(ACME).key(ANN)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> store.tenant(ACME).journal().find(CALL))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> memory(ACME).pending(ANN, MemoryStore.FROM_START, 10))
        .isInstanceOf(StoreException.class);
  }

  /** As somebody would who can write to the database and wants one tenant to show another's. */
  private void move(SealedColumn column) {
    StringBuilder same = new StringBuilder();
    column.rowColumns().forEach(name -> same.append(" AND o.%1$s = x.%1$s".formatted(name)));
    String sql =
        "UPDATE %1$s AS x SET %2$s = (SELECT o.%2$s FROM %1$s o WHERE o.tenant = 'other'%3$s)"
            .formatted(column.table(), column.column(), same);
    int changed =
        backend
            .sql(store)
            .database()
            .write("move", db -> db.update(sql + " WHERE x.tenant = 'acme'"));
    assertThat(changed).as(column.path()).isPositive();
  }

  @Test
  void givenAValueMovedFromAnotherRow_itIsNotOpened() {
    MemoryStore memory = memory(ACME);
    memory.append(ANN, List.of(turn("t8", "eight")));
    backend
        .sql(store)
        .database()
        .write(
            "move",
            db ->
                db.update(
                    """
                    UPDATE turn SET body = (SELECT body FROM turn
                      WHERE tenant = 'acme' AND turn_id = 't8')
                    WHERE tenant = 'acme' AND turn_id = 't2'
                    """));

    assertThatThrownBy(() -> memory.pending(ANN, MemoryStore.FROM_START, 10))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("turn.body [t2]");
  }

  @Test
  void peopleAreListedPageByPage_inOrder() {
    List<String> names = List.of("a", "Z", "z", "ä", "b:c", "東");
    names.forEach(name -> memory(ACME).append(new UserId(name), Samples.turns(1)));
    memory(ACME).key(new UserId("known but without words"));

    List<UserId> all = memory(ACME).people();

    assertThat(all)
        .extracting(UserId::value)
        .containsExactly("Z", "a", "ann", "b:c", "z", "ä", "東");
    assertThat(memory(ACME).people("", 3)).isEqualTo(all.subList(0, 3));
    assertThat(memory(ACME).people("b", 3)).isEqualTo(all.subList(3, 6));
    assertThat(memory(ACME).people("東", 3)).isEmpty();
    assertThat(IntStream.range(0, all.size()))
        .allMatch(i -> memory(ACME).people(all.get(i).value(), 100).size() == all.size() - i - 1);
  }
}
