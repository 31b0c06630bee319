package dev.rapport.runtime;

import dev.rapport.scheduler.PostgresLimits;
import dev.rapport.scheduler.SchedulerConfig;
import dev.rapport.scheduler.SchedulerWork;
import dev.rapport.store.PostgresStore;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import dev.rapport.work.EmbeddedWork;
import dev.rapport.work.EngineConfig;
import dev.rapport.work.EngineListener;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.SharedLimits;
import dev.rapport.work.WorkTime;
import java.util.random.RandomGenerator;

/**
 * What drives the work on a store: one process on a SQLite file, or any number of equal processes
 * on a PostgreSQL server, which keep the models' limits together.
 *
 * @param ending gives back what this process holds; called when the work has ended
 */
record Drive(KeyedWork work, SharedLimits limits, Runnable ending) {
  static Drive on(Store store, WorkTime time, RandomGenerator random) {
    return switch (store) {
      case SqliteStore sqlite ->
          new Drive(
              EmbeddedWork.over(
                  sqlite.wakeList(), EngineConfig.DEFAULT, EngineListener.SILENT, time, random),
              SharedLimits.NONE,
              () -> {});
      case PostgresStore postgres -> {
        PostgresLimits limits = PostgresLimits.over(postgres.dataSource(), time);
        yield new Drive(
            SchedulerWork.over(
                postgres.dataSource(), postgres.wakeList(), SchedulerConfig.DEFAULT, time),
            limits,
            limits::close);
      }
    };
  }
}
