package dev.rapport.store;

import static dev.rapport.store.Samples.turn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.learn.MemoryStore;
import dev.rapport.person.UserId;
import dev.rapport.work.CallKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that the first version wrote: a sample persona's page with its history, something
 * forgotten, turns that wait or are set aside, paid replies, a ledger; and what that version read
 * in it.
 */
final class UpgradeTest {
  private static final UserId USER = new UserId("p01");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Files.write(file(), bytes("rapport.db"));
  }

  private Path file() {
    return folder.resolve("rapport.db");
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = UpgradeTest.class.getResourceAsStream("v1/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static String reading(SqliteStore store) {
    StringBuilder all = new StringBuilder();
    MemoryStore memory = store.memory();
    for (UserId user : memory.people()) {
      for (MemoryStore.Trace trace : memory.traces(user)) {
        all.append("%s | %s | %s\n".formatted(user, trace.place(), trace.text()));
      }
    }
    CallKey ofRun = new CallKey("run 17", "answer q3", "cd".repeat(32));
    return all.append(store.ledgerBook().since(Instant.EPOCH))
        .append("\n")
        .append(store.wakeList().all())
        .append("\n")
        .append(memory.people())
        .append("\n")
        .append(store.journal().find(ofRun))
        .append("\n")
        .toString();
  }

  @Test
  void whenOpened_everythingReadsAsBefore() throws IOException {
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(reading(store)).isEqualTo(new String(bytes("expected.txt"), UTF_8));

      Path bundle = folder.resolve("bundle");
      PageBundle.export(store, USER, "x", 1, 2048, bundle);
      assertThat(bundle.resolve("page.json")).hasBinaryContent(bytes("page.json"));
    }
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(reading(store)).isEqualTo(new String(bytes("expected.txt"), UTF_8));
    }
  }

  @Test
  void whenOpened_nobodysWordsAreInTheFilesAnyMore() throws IOException {
    FileBytes files = new FileBytes(folder);
    assertThat(files.count("Moonspell")).isPositive();
    assertThat(files.count("takes the stairs")).isPositive();

    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(store.answers()).isTrue();
      for (String words : List.of("Moonspell", "stairs", "words the model rejects", "status 422")) {
        assertThat(files.count(words)).as(words).isZero();
      }
    }
  }

  @Test
  void whenOpened_turnsReadBeforeAreKnown_andNewOnesComeBehindTheOthers() {
    try (SqliteStore store = SqliteStore.open(file())) {
      MemoryStore memory = store.memory();
      assertThat(memory.append(USER, List.of(turn("w1", "known"), turn("w9", "new")))).isEqualTo(1);
      assertThat(memory.pending(USER, MemoryStore.FROM_START, 10))
          .extracting(waiting -> waiting.turn().id().value())
          .containsExactly("w1", "w2", "w3", "w9");
    }
  }

  @Test
  void whenKilledInTheMiddle_theFileIsAsItWas() throws IOException, InterruptedException {
    Process child = Child.upgrading(file());

    assertThat(child.waitFor()).isEqualTo(Child.HALTED);
    assertThat(version()).isEqualTo(1);
    assertThat(number("SELECT COUNT(*) FROM turn")).isEqualTo(25);
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(reading(store)).isEqualTo(new String(bytes("expected.txt"), UTF_8));
    }
  }

  @Test
  void givenARowThatCannotBeRead_saysSo_andTheFileIsAsItWas() {
    run("UPDATE revision SET doc = 'no JSON' WHERE number = 2");

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Revision 2 of p01");
    assertThat(version()).isEqualTo(1);
    assertThat(number("SELECT COUNT(*) FROM turn")).isEqualTo(25);
  }

  private int version() {
    return number("PRAGMA user_version");
  }

  private int number(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void run(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
