package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.page.Page;
import dev.rapport.work.CallJournal;
import dev.rapport.work.CallKey;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.WakeList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {
  @TempDir Path folder;

  static LedgerEntry entry(String scope, int second) {
    return new LedgerEntry(
        Instant.EPOCH.plusSeconds(second),
        scope,
        "write t1",
        ModelRole.WRITE,
        "gpt-5-mini",
        Outcome.ANSWERED,
        1,
        new Usage(1000, 100, 10, true),
        new Cost.Known(new BigDecimal("0.0001")),
        Duration.ofMillis(1234));
  }

  private Path file() {
    return folder.resolve("a").resolve("b").resolve("rapport.db");
  }

  @Test
  void whenOpenedAgain_everythingIsThere() {
    Page after;
    try (SqliteStore store = SqliteStore.open(file())) {
      Page before = store.memory().page(ANN);
      after = next(before, line(1, "likes tea"));
      store.memory().append(ANN, List.of(turn("t9", "hello")));
      store.memory().advance(ANN, step(before, after, List.of()));
      store.wakeList().wake("fold", "ann");
    }
    try (SqliteStore store = SqliteStore.open(file(), "qwen3")) {
      assertThat(store.memory().page(ANN)).isEqualTo(after);
      assertThat(store.memory().page(Samples.BOB).tokenizer()).isEqualTo("qwen3");
      assertThat(store.memory().traces(ANN)).hasSize(5);
      assertThat(store.wakeList().all()).hasSize(1);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadIt() throws IOException {
    try (SqliteStore store = SqliteStore.open(file())) {
      store.memory().key(ANN);

      assertThat(permissions(folder.resolve("a").resolve("b"))).isEqualTo("rwx------");
      assertThat(permissions(file())).isEqualTo("rw-------");
      assertThat(permissions(Path.of(file() + "-wal"))).isEqualTo("rw-------");
      assertThat(permissions(Path.of(file() + "-shm"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void givenAFileOfANewerProgram_saysSo() {
    try (SqliteStore store = SqliteStore.open(file())) {
      store
          .database()
          .write(
              "pretend",
              sql -> {
                sql.run("PRAGMA user_version = 99");
                return true;
              });
    }

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("99");
  }

  @Test
  void givenAFileThatIsNoDatabase_saysSo() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "These are my notes, and no database at all.\n".repeat(50));

    assertThatThrownBy(() -> SqliteStore.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("--store");
  }

  @Test
  void givenAFolder_saysSo() {
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void givenTheDiskIsFull_nothingIsLost_andItGoesOnWhenThereIsSpace() {
    try (SqliteStore store = SqliteStore.open(file())) {
      Page before = store.memory().page(ANN);
      Page after = next(before, line(1, "likes tea"));
      store.memory().advance(ANN, step(before, after, List.of()));
      pages(store, "PRAGMA max_page_count = 1");
      String large = "words ".repeat(20_000);

      assertThatThrownBy(() -> store.memory().append(ANN, List.of(turn("t8", large))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("full")
          .hasMessageContaining("rapport.db");
      assertThat(store.memory().page(ANN)).isEqualTo(after);
      assertThat(store.memory().pending(ANN, -1, 10)).isEmpty();

      pages(store, "PRAGMA max_page_count = 1000000");
      assertThat(store.memory().append(ANN, List.of(turn("t8", large)))).isEqualTo(1);
      assertThat(store.memory().pending(ANN, -1, 10)).hasSize(1);
    }
  }

  private static void pages(SqliteStore store, String pragma) {
    store
        .database()
        .read(
            "set the size",
            sql -> {
              sql.run(pragma);
              return true;
            });
  }

  @Test
  void theFirstReplyForAKeyStays_untilItsScopeIsPurged() {
    try (SqliteStore store = SqliteStore.inMemory()) {
      CallJournal journal = store.journal();
      CallKey key = new CallKey("run 1", "answer q3", "ab");

      journal.store(key, MemoryStoreContract.reply("one"));
      journal.store(key, MemoryStoreContract.reply("two"));

      assertThat(journal.find(key)).contains(MemoryStoreContract.reply("one"));
      assertThat(journal.find(new CallKey("run 2", "answer q3", "ab"))).isEmpty();
      journal.purge("run 1");
      assertThat(journal.find(key)).isEmpty();
    }
  }

  @Test
  void theLedgerGivesBackWhatWasWritten_andSums() {
    try (SqliteStore store = SqliteStore.inMemory()) {
      LedgerEntry broken =
          new LedgerEntry(
              Instant.EPOCH.plusSeconds(3),
              "bob",
              "write t2",
              ModelRole.JUDGE,
              "gpt-5",
              Outcome.UNAVAILABLE,
              2,
              Usage.UNREPORTED,
              Cost.unknown(),
              Duration.ofNanos(5));
      store.ledger().record(entry("ann", 2));
      store.ledger().record(broken);
      store.ledger().record(entry("ann", 1));
      LedgerBook book = store.ledgerBook();

      assertThat(book.since(Instant.EPOCH))
          .containsExactly(entry("ann", 1), entry("ann", 2), broken);
      assertThat(book.since(Instant.EPOCH.plusSeconds(3))).containsExactly(broken);
      assertThat(book.totalOf("ann"))
          .isEqualTo(
              new LedgerBook.Totals(2, 2, 2000, 20, 200, new Cost.Known(new BigDecimal("0.0002"))));
      assertThat(book.totalSince(Instant.EPOCH).cost()).isEqualTo(Cost.unknown());
      assertThat(book.totalSince(Instant.EPOCH).attempts()).isEqualTo(3);
      assertThat(book.newest(Instant.EPOCH, 2)).containsExactly(broken, entry("ann", 2));
      assertThat(book.newestOf("ann", 1)).containsExactly(entry("ann", 2));
      assertThat(book.totalOf("nobody").cost()).isEqualTo(Cost.free());
    }
  }

  @Test
  void aKeyWokenMeanwhileStaysOnTheList_alsoWhenItWasTakenOffBetween() {
    try (SqliteStore store = SqliteStore.inMemory()) {
      WakeList list = store.wakeList();
      list.wake("fold", "ann");
      list.wake("fold", "bob");
      WakeList.Entry seen = list.all().getFirst();
      assertThat(list.wakes("fold", "ann")).isEqualTo(seen.wakes());

      list.wake("fold", "ann");
      WakeList.Entry again = list.all().getFirst();
      assertThat(list.remove(seen)).isFalse();
      assertThat(list.remove(again)).isTrue();
      list.wake("fold", "ann");

      assertThat(list.remove(again)).isFalse();
      assertThat(list.all()).extracting(WakeList.Entry::key).containsExactly("bob", "ann");
      assertThat(list.wakes("fold", "eve")).isZero();
    }
  }
}
