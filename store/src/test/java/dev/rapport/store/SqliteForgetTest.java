package dev.rapport.store;

import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SQLite splits and merges its pages: nothing of a deleted row may stay behind in a corner. */
final class SqliteForgetTest {
  private static final String SECRET = "xylophone";
  private static final int PEOPLE = 12;

  @TempDir Path folder;

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenABusyFile_whatWasForgottenIsInNoFile_notEvenSealed(long seed) throws IOException {
    List<UserId> people = IntStream.range(0, PEOPLE).mapToObj(i -> new UserId("user" + i)).toList();
    try (SqliteStore store = SqliteStore.open(folder.resolve("rapport.db"))) {
      List<byte[]> everSealed = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(seed);
      for (int round = 0; round < 60; round++) {
        UserId user = people.get(random.nextInt(PEOPLE));
        write(store, user, round, random);
        everSealed.addAll(sealed(store, people.get(3)));
      }
      UserId gone = people.get(3);
      Page page = store.memory().page(gone);
      List<Line> kept =
          page.lines().stream().filter(line -> !line.text().contains(SECRET)).toList();

      store.memory().advance(gone, forgetting(page, page.next(kept, page.nextLine()), SECRET));

      FileBytes files = new FileBytes(folder);
      assertThat(everSealed).hasSizeGreaterThan(20);
      for (byte[] value : everSealed) {
        assertThat(files.count(value)).isZero();
      }
      for (byte[] value : sealed(store, people.get(4))) {
        assertThat(files.count(value)).isPositive();
      }
    }
  }

  private static void write(SqliteStore store, UserId user, int round, SplittableRandom random) {
    Page page = store.memory().page(user);
    List<Line> lines = new ArrayList<>(page.lines());
    if (!lines.isEmpty() && random.nextInt(3) == 0) {
      lines.remove(random.nextInt(lines.size()));
    }
    int number = page.nextLine();
    String filler = "filler ".repeat(random.nextInt(20));
    String words = random.nextBoolean() ? SECRET + user + " " + filler : filler + number;
    lines.add(line(number, words));
    String said = words.repeat(random.nextInt(1, 40));
    store.memory().append(user, List.of(turn("t" + round, said)));
    store.memory().advance(user, step(page, page.next(lines, number + 1), List.of()));
  }

  /** The beginning, with the nonce, of everything sealed of the person. */
  private static List<byte[]> sealed(SqliteStore store, UserId user) {
    return store
        .database()
        .read(
            "collect",
            sql -> {
              List<byte[]> all = new ArrayList<>();
              var rows = new Persons(sql, TenantId.DEFAULT, store.sql().master()).find(user);
              if (rows.isPresent()) {
                for (SealedColumn column : SealedColumn.ALL) {
                  column
                      .of(rows.get())
                      .forEach(value -> all.add(Arrays.copyOf(value.sealed(), 13)));
                }
              }
              return all;
            });
  }
}
