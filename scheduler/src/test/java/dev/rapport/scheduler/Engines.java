package dev.rapport.scheduler;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.learn.BackgroundLearning;
import dev.rapport.work.EmbeddedWork;
import dev.rapport.work.EngineConfig;
import dev.rapport.work.EngineListener;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.util.SplittableRandom;

/** Learning on the engine that fits the store: the embedded one on SQLite, else the scheduler. */
record Engines(int keysAtOnce, Duration heartbeat, Duration quiet) {
  /** What learns, and the connections its engine has. */
  record Running(BackgroundLearning learning, Runnable connections) implements AutoCloseable {
    @Override
    public void close() {
      learning.close();
      connections.run();
    }
  }

  Running over(String address, Desk desk, WorkTime time) {
    BackgroundConfig config =
        BackgroundConfig.DEFAULT.withQuiet(quiet).withClosing(Duration.ofSeconds(10));
    if (Desk.isPostgres(address)) {
      HikariDataSource connections = PostgresServer.connections(address, 8);
      KeyedWork work =
          SchedulerWork.over(
              connections,
              desk.wakes(),
              SchedulerConfig.DEFAULT.withKeysAtOnce(keysAtOnce).withHeartbeat(heartbeat),
              time);
      return new Running(
          BackgroundLearning.over(work, desk.wakes(), desk, config, time), connections::close);
    }
    KeyedWork work =
        EmbeddedWork.over(
            desk.wakes(),
            new EngineConfig(keysAtOnce, 6, Duration.ofMillis(50), Duration.ofSeconds(1)),
            EngineListener.SILENT,
            time,
            new SplittableRandom(1));
    return new Running(BackgroundLearning.over(work, desk.wakes(), desk, config, time), () -> {});
  }
}
