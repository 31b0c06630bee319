package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Purge;
import dev.rapport.learn.MemoryStore.Step;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.store.KeySource;
import dev.rapport.store.PostgresConfig;
import dev.rapport.store.PostgresStore;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service costs with many people stored, as {@code rapport serve} in a process of its own
 * with clients in another: reads of a page, intake of turns, space. See docs/numbers.md.
 */
final class ServiceNumbers {
  private static final int PEOPLE = Integer.getInteger("numbers.people", 100_000);
  private static final int SECONDS = Integer.getInteger("numbers.seconds", 15);
  private static final int LINES = 30;
  private static final int BATCH = 50;
  private static final String KEY = "5e".repeat(32);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void sqlite() throws Exception {
    Path file = folder.resolve("rapport.db");
    start("SQLite, nobody stored", folder.resolve("empty.db").toString()).close();
    try (Store store = SqliteStore.open(file)) {
      fill(store, 1);
    }
    System.out.printf("SQLite: %,d bytes a person%n", Files.size(file) / PEOPLE);
    measure("SQLite", file.toString());
  }

  @Test
  void postgres() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (Store store =
          PostgresStore.open(url, "", "", KeySource.text(KEY), PostgresConfig.DEFAULT)) {
        fill(store, 4);
      }
      System.out.printf("PostgreSQL: %,d bytes a person%n", size(url) / PEOPLE);
      measure("PostgreSQL", url);
    }
  }

  private static long size(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT pg_database_size(current_database())")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void fill(Store store, int writers) throws Exception {
    MemoryStore memory = store.tenant(TenantId.DEFAULT).memory();
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, writers)
            .mapToObj(
                writer ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              for (int i = next.getAndIncrement();
                                  i < PEOPLE;
                                  i = next.getAndIncrement()) {
                                write(memory, i);
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** A page of some 600 tokens. */
  private static void write(MemoryStore memory, int number) {
    Page empty = memory.page(new UserId(user(number)));
    List<Line> lines =
        IntStream.rangeClosed(1, LINES).mapToObj(line -> line(number, line)).toList();
    Page page = empty.next(lines, LINES + 1);
    Revision revision =
        new Revision(
            page.revision(),
            NOON,
            new Revision.Cause(Revision.Kind.LEARNED, "chunk 0"),
            PageDiff.between(empty, page),
            page);
    memory.advance(page.user(), new Step(revision, List.of(), List.of(), Purge.NOTHING));
  }

  private static Line line(int person, int number) {
    String text =
        "Person %d likes thing %d, and says so whenever it comes up again"
            .formatted(person, number);
    return new Line(
        LineId.of(number),
        "Food",
        text,
        Owner.self(),
        Basis.INFERRED,
        Kind.PREFERENCE,
        Sensitivity.ORDINARY,
        Turn.UNDATED,
        List.of(new Source(new TurnId("t" + number), "I do like thing " + number)),
        Author.MODEL,
        false);
  }

  private static String user(int number) {
    return "user%06d".formatted(number);
  }

  private Serving start(String what, String store) throws Exception {
    Serving serving =
        Serving.startWith(
            List.of("-Xmx512m"),
            folder,
            Map.of("RAPPORT_STORE", store, "RAPPORT_MASTER_KEY", KEY),
            "--requests-per-minute",
            "1000000");
    serving.get("/v1/people?limit=1");
    System.out.printf("%s: %,d MiB resident after the start%n", what, resident(serving));
    return serving;
  }

  private void measure(String store, String address) throws Exception {
    try (Serving serving = start("%s, %,d stored".formatted(store, PEOPLE), address)) {
      Load.run(8, SECONDS, random -> read(serving, random));
      say(store, "page read, 1 client", Load.run(1, SECONDS, random -> read(serving, random)));
      say(store, "page read, 8 clients", Load.run(8, SECONDS, random -> read(serving, random)));
      AtomicInteger said = new AtomicInteger();
      Load.run(8, SECONDS, random -> tell(serving, random, said, 1));
      say(
          store,
          "turns, 1 a request, 8 clients",
          Load.run(8, SECONDS, random -> tell(serving, random, said, 1)));
      Load.Times batches = Load.run(8, SECONDS, random -> tell(serving, random, said, BATCH));
      say(store, "turns, %d a request, 8 clients".formatted(BATCH), batches);
      System.out.printf("  that is %,.0f turns a second%n", BATCH * batches.perSecond());
      System.out.printf("%s: %,d MiB resident at the end%n", store, resident(serving));
    }
  }

  private static void say(String store, String what, Load.Times times) {
    System.out.println(store + ", " + what + ": " + times);
  }

  private static void read(Serving serving, SplittableRandom random)
      throws IOException, InterruptedException {
    serving.get("/v1/people/" + user(random.nextInt(PEOPLE)) + "/page");
  }

  /** To the next ten thousand people over again: no two say the same. */
  private static void tell(Serving serving, SplittableRandom random, AtomicInteger said, int turns)
      throws IOException, InterruptedException {
    List<Map<String, String>> messages =
        IntStream.range(0, turns)
            .mapToObj(
                i ->
                    Map.of(
                        "role",
                        "user",
                        "content",
                        "Could you tell me what to cook tonight? I have had thing %d and it was not for me."
                            .formatted(said.incrementAndGet())))
            .toList();
    String path = "/v1/people/" + user(random.nextInt(PEOPLE)) + "/turns";
    serving.send("POST", path, Json.line(Map.of("messages", messages)), 202);
  }

  private static long resident(Serving serving) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + serving.pid() + "/status"), UTF_8).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
