package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.BOB;
import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.turn;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import dev.rapport.work.CallKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forgotten words are looked for in the bytes of the files, not through the store. */
final class SqliteForgetTest {
  private static final String SECRET = "xylophone";

  @TempDir Path folder;

  private SqliteStore open() {
    return SqliteStore.open(folder.resolve("rapport.db"));
  }

  /** How often the words stand in the database, its log and its index, whatever they are called. */
  private int found(String words) throws IOException {
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        for (int at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) {
          count++;
        }
      }
    }
    return count;
  }

  /** Puts the secret into every place that can hold words. */
  private static Page plant(SqliteStore store, UserId user) {
    MemoryStore memory = store.memory();
    List<Turn> turns =
        List.of(
            turn("t1", "plays the " + SECRET),
            turn("t2", SECRET + " lessons"),
            turn("t3", "a long one: " + (SECRET + " ").repeat(2000)),
            turn("t4", "buried " + SECRET));
    memory.append(user, turns);
    Page page = memory.page(user);
    for (int i = 0; i < 6; i++) {
      Page after = next(page, line(1, "plays the " + SECRET + " " + i), line(2, "likes tea " + i));
      memory.advance(user, step(page, after, i == 0 ? ids("t1") : List.of()));
      page = after;
    }
    memory.bury(user, ids("t4"), "poison");
    store
        .journal()
        .store(
            new CallKey(user.value(), "write t2", "h"), MemoryStoreContract.reply("the " + SECRET));
    return page;
  }

  @Test
  void whenForgotten_theWordsAreInNoFile() throws IOException {
    try (SqliteStore store = open()) {
      Page page = plant(store, ANN);
      assertThat(found(SECRET)).isGreaterThan(10);

      Page after = next(page, line(2, "likes tea 5"));
      assertThat(store.memory().advance(ANN, forgetting(page, after, SECRET))).isTrue();

      assertThat(found(SECRET)).isZero();
      assertThat(store.memory().page(ANN)).isEqualTo(after);
      assertThat(store.memory().revisions(ANN)).hasSize(7);
    }
  }

  @Test
  void whenErased_wordsKeyAndNameAreInNoFile_andOthersAreUntouched() throws IOException {
    UserId user = new UserId("ann.example.person");
    try (SqliteStore store = open()) {
      plant(store, user);
      store.memory().append(BOB, List.of(turn("t1", "bob stays")));
      store.wakeList().wake("fold", user.value());
      store.ledger().record(SqliteStoreTest.entry(user.value(), 1));

      store.memory().erase(user);

      assertThat(found(SECRET)).isZero();
      assertThat(found(user.value())).isZero();
      assertThat(store.memory().traces(BOB)).hasSize(1);
      assertThat(store.ledgerBook().of("erased")).hasSize(1);
    }
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenABusyFileWhosePagesWereSplitAndMerged_forgottenWordsAreInNoFile(long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<UserId> people =
        Stream.iterate(0, i -> i + 1).limit(12).map(i -> new UserId("user" + i)).toList();
    try (SqliteStore store = open()) {
      for (int round = 0; round < 60; round++) {
        UserId user = people.get(random.nextInt(people.size()));
        Page page = store.memory().page(user);
        List<Line> lines = new ArrayList<>(page.lines());
        if (!lines.isEmpty() && random.nextInt(3) == 0) {
          lines.remove(random.nextInt(lines.size()));
        }
        int number = page.nextLine();
        String filler = "filler ".repeat(random.nextInt(20));
        String words = random.nextBoolean() ? SECRET + user + " " + filler : filler + number;
        lines.add(line(number, words));
        Page after = page.next(lines, number + 1);
        store
            .memory()
            .append(user, List.of(turn("t" + round, words.repeat(random.nextInt(1, 40)))));
        store.memory().advance(user, step(page, after, List.of()));
      }
      UserId gone = people.get(3);
      Page page = store.memory().page(gone);
      List<Line> kept =
          page.lines().stream().filter(line -> !line.text().contains(SECRET)).toList();

      store.memory().advance(gone, forgetting(page, page.next(kept, page.nextLine()), SECRET));

      assertThat(found(SECRET + gone)).isZero();
      assertThat(found(SECRET)).isPositive();
    }
  }
}
