package dev.rapport.store;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fast a page is read with many people stored. Not a test: {@code ReadBench sqlite|postgres
 * PEOPLE SECONDS THREADS}; PostgreSQL is the server the tests use. The CPU time is this process's,
 * and stays the same when others use the machine too.
 */
final class ReadBench {
  private static final TenantId TENANT = new TenantId("acme");
  private static final int LINES = 30;
  private static final int AT_ONCE = 200;
  private static final int WRITERS_OF_A_SERVER = 4;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  private final SqlMemory memory;
  private final int people;
  private final LongAdder cpuNanos = new LongAdder();

  private ReadBench(SqlMemory memory, int people) {
    this.memory = memory;
    this.people = people;
  }

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    int threads = Integer.parseInt(args[3]);
    Path folder = Files.createTempDirectory("read-bench");
    try (Store store =
        args[0].equals("sqlite")
            ? SqliteStore.open(folder.resolve("rapport.db"))
            : PostgresStore.open(
                PostgresServer.freshSchema(), "", "", KeySource.random(), PostgresConfig.DEFAULT)) {
      ReadBench bench = new ReadBench((SqlMemory) store.tenant(TENANT).memory(), people);
      timed(
          "fill with %,d people".formatted(people),
          () -> bench.fill(store instanceof SqliteStore ? 1 : WRITERS_OF_A_SERVER));
      bench.read(Math.min(3, seconds), threads);
      print(threads + " threads: " + bench.read(seconds, threads));
      print("1 thread: " + bench.read(seconds, 1));
      timed("backlog totals", () -> print(store.backlog().totals().toString()));
      timed("backlog, 100 people", () -> store.backlog().of(TENANT, "user5", 100));
      timed("people, 100 of them", () -> bench.memory.people("user5", 100));
    }
  }

  /** Many people in one transaction, and no history: this is not what is measured. */
  private void fill(int writers) throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      for (int first = 0; first < people; first += AT_ONCE) {
        int from = first;
        running.add(
            pool.submit(
                () -> memory.database().write("fill", sql -> write(sql, from, from + AT_ONCE))));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private boolean write(Sql sql, int from, int to) throws SQLException {
    for (int number = from; number < Math.min(to, people); number++) {
      UserId user = user(number);
      Page page = Page.empty(user, Store.DEFAULT_TOKENIZER);
      PersonRows rows = memory.tenancy().persons(sql).ensure(user);
      sql.update(
          "INSERT INTO page (tenant, user_id, revision, doc) VALUES (?, ?, 1, ?)",
          rows.tenant(),
          rows.user(),
          rows.seal(SealedColumn.PAGE, PageJson.write(pageOf(page, number))));
      if (number % 100 == 0) {
        new Inbox(rows).append(Samples.turns(5), Samples.NOON);
      }
    }
    return true;
  }

  private static UserId user(int number) {
    return new UserId("user%06d".formatted(number));
  }

  /** About as much as a page may hold. */
  private static Page pageOf(Page before, int number) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) {
      String text =
          "Person %d likes thing %d of the %d there are, and says so whenever it comes up again"
              .formatted(number, i, LINES);
      lines.add(Samples.line(i, text));
    }
    return before.next(lines, LINES + 1);
  }

  private String read(int seconds, int threads) throws InterruptedException, ExecutionException {
    cpuNanos.reset();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Latencies>> running = new ArrayList<>();
    List<Latencies> parts = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        SplittableRandom random = new SplittableRandom(i);
        running.add(pool.submit(() -> readUntil(end, random)));
      }
      for (Future<Latencies> each : running) {
        parts.add(each.get());
      }
    }
    Latencies all = Latencies.together(parts);
    return String.format(
        Locale.ROOT,
        "%,d pages read in %d s: %,.0f a second; p50 %.0f us, p99 %.0f us; CPU %.0f us a page",
        all.count(),
        seconds,
        all.count() / (double) seconds,
        all.micros(0.5),
        all.micros(0.99),
        cpuNanos.sum() / NANOS_PER_MICRO / all.count());
  }

  private Latencies readUntil(long end, SplittableRandom random) {
    Latencies times = new Latencies();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    for (long now = System.nanoTime(); now < end; ) {
      Page page = memory.page(user(random.nextInt(people)));
      if (page.lines().size() != LINES) {
        throw new IllegalStateException("not the page that was written: " + page.user());
      }
      long after = System.nanoTime();
      times.add(after - now);
      now = after;
    }
    cpuNanos.add(threads.getCurrentThreadCpuTime() - cpu);
    return times;
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    print(String.format(Locale.ROOT, "%s: %,.1f ms", what, millis));
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
