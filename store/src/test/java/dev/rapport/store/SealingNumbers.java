package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to read a page that is sealed: the same pages, sealed and plain, read in turn from
 * one SQLite file. See docs/numbers.md.
 */
final class SealingNumbers {
  private static final int PEOPLE = Integer.getInteger("numbers.people", 1_000);
  private static final int ROUNDS = Integer.getInteger("numbers.rounds", 20);
  private static final int LINES = 30;

  @Test
  void measure(@TempDir Path folder) {
    try (SqliteStore store = SqliteStore.open(folder.resolve("rapport.db"))) {
      List<PersonRef> users = fill(store, PEOPLE);
      times(store, users, 1);
      System.out.println(times(store, users, ROUNDS));
    }
  }

  private static List<PersonRef> fill(SqliteStore store, int people) {
    Database database = store.database();
    database.write(
        "make a table",
        sql -> {
          sql.run(
              "CREATE TABLE plain (tenant TEXT, user_id TEXT, doc TEXT,"
                  + " PRIMARY KEY (tenant, user_id))");
          return true;
        });
    MemoryStore memory = store.memory();
    List<PersonRef> users = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      UserId user = new UserId("user" + i);
      List<Line> lines = new ArrayList<>();
      for (int line = 1; line <= LINES; line++) {
        lines.add(
            Samples.line(
                line,
                "Person %d likes thing %d, and says so whenever it comes up".formatted(i, line)));
      }
      Page page = memory.page(user).next(lines, LINES + 1);
      memory.advance(user, Samples.step(memory.page(user), page, List.of()));
      String doc = PageJson.write(page);
      database.write(
          "fill it",
          sql -> sql.update("INSERT INTO plain VALUES ('default', ?, ?)", user.value(), doc));
      users.add(new PersonRef(TenantId.DEFAULT, user));
    }
    return users;
  }

  private static String times(SqliteStore store, List<PersonRef> users, int rounds) {
    Latencies sealed = new Latencies();
    Latencies plain = new Latencies();
    for (int round = 0; round < rounds; round++) {
      for (PersonRef person : users) {
        long start = System.nanoTime();
        Page one = store.memory().page(person.user());
        long middle = System.nanoTime();
        Page two = plain(store, person);
        long end = System.nanoTime();
        if (!one.equals(two)) {
          throw new IllegalStateException("not the same page: " + person);
        }
        sealed.add(middle - start);
        plain.add(end - middle);
      }
    }
    double with = Latencies.together(List.of(sealed)).micros(0.5);
    double without = Latencies.together(List.of(plain)).micros(0.5);
    return String.format(
        Locale.ROOT,
        "page read, p50: sealed %.1f us, plain %.1f us, ratio %.2f",
        with,
        without,
        with / without);
  }

  private static Page plain(SqliteStore store, PersonRef person) {
    return store
        .database()
        .one(
            "read a plain page",
            sql ->
                sql.first(
                    "SELECT doc FROM plain WHERE tenant = ? AND user_id = ?",
                    row -> row.getString(1),
                    person.tenant().value(),
                    person.user().value()))
        .map(doc -> PageJson.read(person.user(), doc))
        .orElseThrow();
  }
}
