package dev.rapport.scheduler;

import dev.rapport.work.WorkTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@link Soak} of half an hour, or of {@code -Dnumbers.minutes}. See docs/numbers.md. */
final class SoakNumbers {
  @TempDir Path folder;

  @Test
  void embedded() throws IOException, InterruptedException {
    measure(folder.resolve("rapport.db").toString(), 1);
  }

  @Test
  void scheduled() throws IOException, InterruptedException {
    measure(PostgresServer.freshSchema(), 2);
  }

  private void measure(String address, int processes) throws IOException, InterruptedException {
    try (TaleServer server = new TaleServer(Duration.ofMillis(100));
        Desk desk =
            Desk.at(address, new TaleModel(), Soak.CALLS_AT_ONCE, WorkTime.of(Clock.systemUTC()))) {
      Engines engines = new Engines(32, Duration.ofSeconds(1), Duration.ofSeconds(1));
      Node.Setup setup =
          new Node.Setup(address, server.port(), Soak.CALLS_AT_ONCE, engines, Duration.ZERO);
      Soak soak = new Soak(desk, server, setup, folder, Long.getLong("numbers.seed", 1));
      soak.run(processes, Duration.ofMinutes(Long.getLong("numbers.minutes", 30)));
      soak.report();
    }
  }
}
