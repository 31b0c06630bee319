package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.turns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Page;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only a server has: several processes, a key from elsewhere, an address that may be wrong.
 */
final class PostgresStoreTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final int EACH = 5;
  private static final PostgresConfig SMALL = PostgresConfig.DEFAULT.withConnections(4);

  @TempDir Path folder;
  private String url = "";

  @BeforeEach
  void schema() {
    url = PostgresServer.freshSchema();
  }

  private PostgresStore open(KeySource keys) {
    return PostgresStore.open(url, "", "", keys, SMALL);
  }

  private KeySource keyFile() {
    return KeySource.file(folder.resolve("master.key"));
  }

  @Test
  void twoProcessesShareTheTablesAndTheKey() {
    try (PostgresStore one = open(keyFile());
        PostgresStore two = open(keyFile())) {
      MemoryStore here = one.tenant(ACME).memory();
      MemoryStore there = two.tenant(ACME).memory();
      here.append(ANN, turns(2));
      Page page = there.page(ANN);
      Page after = next(page, line(1, "likes tea"));

      assertThat(there.advance(ANN, step(page, after, Samples.ids("t1")))).isTrue();
      assertThat(here.advance(ANN, step(page, after, Samples.ids("t1")))).isFalse();
      assertThat(here.page(ANN)).isEqualTo(after);
      assertThat(here.key(ANN).hash("x")).isEqualTo(there.key(ANN).hash("x"));
      assertThat(two.answers()).isTrue();
    }
  }

  @Test
  void whenAProcessFreezesInATransaction_itsLocksAreTakenFromIt() throws Exception {
    try (PostgresStore store = open(keyFile());
        PostgresStore other = open(keyFile());
        Connection frozen = store.dataSource().getConnection();
        Connection waiting = other.dataSource().getConnection()) {
      frozen.setAutoCommit(false);
      lockARow(frozen);
      // Says nothing more, and still the other one comes through.
      assertThat(lockARow(waiting)).isPositive();
      assertThatThrownBy(() -> lockARow(frozen)).isInstanceOf(SQLException.class);
    }
  }

  private static int lockARow(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("UPDATE rapport_schema SET description = description");
    }
  }

  @Test
  void givenAnotherKeyOrNone_saysSo_andMakesNone() throws Exception {
    try (PostgresStore store = open(keyFile())) {
      store.tenant(ACME).memory().append(ANN, turns(1));
    }
    String key = Files.readString(folder.resolve("master.key"));
    Files.delete(folder.resolve("master.key"));

    assertThatThrownBy(() -> open(keyFile()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("missing");
    assertThat(folder.resolve("master.key")).doesNotExist();
    assertThatThrownBy(() -> open(KeySource.random()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not the one");
    try (PostgresStore store = open(KeySource.text(key))) {
      assertThat(store.tenant(ACME).memory().pending(ANN, -1, 10)).hasSize(1);
    }
  }

  @Test
  void givenNobodyAtTheAddress_saysSo_withoutThePassword() {
    PostgresConfig impatient =
        new PostgresConfig(Store.DEFAULT_TOKENIZER, 1, Duration.ofMillis(300));

    assertThatThrownBy(
            () ->
                PostgresStore.open(
                    "jdbc:postgresql://127.0.0.1:1/rapport?password=geheim",
                    "",
                    "",
                    KeySource.random(),
                    impatient))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("geheim");
  }

  /** Forgets and paid replies at once: no reply may be left that the new key does not open. */
  @Test
  void whileKeysAreRotated_whatComesInCanBeOpened()
      throws InterruptedException, ExecutionException {
    try (PostgresStore store = open(keyFile())) {
      MemoryStore memory = store.tenant(ACME).memory();
      int workers = 3;
      CountDownLatch ready = new CountDownLatch(workers);
      List<Future<?>> running = new ArrayList<>();
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < workers; i++) {
          int worker = i;
          running.add(
              pool.submit(
                  () -> {
                    ready.countDown();
                    ready.await();
                    for (int each = 0; each < EACH; each++) {
                      String id = "w%d-%d".formatted(worker, each);
                      memory.append(ANN, List.of(Samples.turn(id, "words of " + id)));
                      forgetNothing(memory);
                      memory.traces(ANN);
                    }
                    return true;
                  }));
        }
        for (Future<?> each : running) {
          each.get();
        }
      }

      assertThat(memory.pending(ANN, -1, 1000)).hasSize(workers * EACH);
      assertThat(memory.pending(ANN, -1, 1000))
          .allMatch(each -> each.turn().text().startsWith("words of w"));
    }
  }

  private static void forgetNothing(MemoryStore memory) {
    for (boolean moved = false; !moved; ) {
      Page page = memory.page(ANN);
      Page after = next(page, line(1, "likes tea " + page.revision()));
      moved = memory.advance(ANN, Samples.forgetting(page, after, "not there"));
    }
  }

  @Test
  void whenManyMakeTheSamePersonAtOnce_thereIsOneKey()
      throws InterruptedException, ExecutionException {
    try (PostgresStore store = open(keyFile())) {
      MemoryStore memory = store.tenant(ACME).memory();
      for (int round = 0; round < 10; round++) {
        UserId user = new UserId("user" + round);
        List<Future<String>> hashes = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
          for (int i = 0; i < 4; i++) {
            hashes.add(pool.submit(() -> memory.key(user).hash("x")));
          }
          List<String> seen = new ArrayList<>();
          for (Future<String> hash : hashes) {
            seen.add(hash.get());
          }
          assertThat(seen).allMatch(memory.key(user).hash("x")::equals);
        }
      }
    }
  }
}
