package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.work.WorkTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How close background writing comes to what the limit allows: all people's turns wait at the
 * start, each chunk takes one call, and the ideal is {@code people x chunks x latency / limit}.
 * Model server and learning are one process; a first round warms it up. See docs/numbers.md.
 */
final class BackgroundNumbers {
  private static final int PEOPLE = Integer.getInteger("numbers.people", 2000);
  private static final int CHUNKS = Integer.getInteger("numbers.chunks", 8);
  private static final int LATENCY = Integer.getInteger("numbers.latency", 200);
  private static final int LIMIT = Integer.getInteger("numbers.limit", 256);

  private final WorkTime time = WorkTime.of(Clock.systemUTC());

  @TempDir Path folder;

  @Test
  void embedded() throws InterruptedException {
    measure("SQLite", folder.resolve("rapport.db").toString());
  }

  @Test
  void scheduled() throws InterruptedException {
    measure("PostgreSQL", PostgresServer.freshSchema());
  }

  private void measure(String store, String address) throws InterruptedException {
    try (TaleServer server = new TaleServer(Duration.ofMillis(LATENCY));
        Desk desk =
            Desk.at(
                address,
                OpenAiModel.of(
                    OpenAiConfig.of("http://127.0.0.1:" + server.port(), "fake"),
                    Clock.systemUTC()),
                LIMIT,
                time,
                new TaleStrategy(1))) {
      Engines engines = new Engines(LIMIT * 5 / 4, Duration.ofSeconds(3), Duration.ofMillis(1));
      write("warm", server, desk, engines, address);
      System.out.println(store + ": " + write("p", server, desk, engines, address));
    }
  }

  private String write(String prefix, TaleServer server, Desk desk, Engines engines, String address)
      throws InterruptedException {
    List<String> names = IntStream.range(0, PEOPLE).mapToObj(i -> prefix + i).toList();
    long accepting = System.nanoTime();
    for (String who : names) {
      desk.memory().append(new UserId(who), Tale.turns(who, CHUNKS));
    }
    double accepted = since(accepting);
    int before = server.questions();
    Duration cpu = cpu();
    try (Engines.Running running = engines.over(address, desk, time)) {
      for (String who : names) {
        desk.wakes().wake("learn", new PersonRef(TenantId.DEFAULT, new UserId(who)).key());
      }
      long began = System.nanoTime();
      running.learning().start();
      while (server.questions() - before < PEOPLE * CHUNKS) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double took = since(began);
      Duration used = cpu().minus(cpu);
      for (String who : names) {
        Eventually.isSo(
            Duration.ofSeconds(60),
            () -> desk.line(new UserId(who)),
            line -> line.equals(Tale.after(Tale.turns(who, CHUNKS), 1)));
      }
      assertThat(server.repeated()).isZero();
      assertThat(server.overlaps()).isZero();
      double ideal = (double) PEOPLE * CHUNKS * LATENCY / 1000 / LIMIT;
      return "%d people x %d chunks, %d ms, limit %d: %.1f s of ideal %.1f s = %.0f%%; CPU %.2f ms a chunk, model server's included; turns accepted in %.1f s"
          .formatted(
              PEOPLE,
              CHUNKS,
              LATENCY,
              LIMIT,
              took,
              ideal,
              100 * ideal / took,
              (double) used.toMillis() / (PEOPLE * CHUNKS),
              accepted);
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
