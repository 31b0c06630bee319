package dev.rapport.scheduler;

import java.nio.file.Path;

/** Two processes on one PostgreSQL. */
final class SchedulerConformanceIT extends EngineConformance {
  @Override
  protected String emptyStore(Path folder) {
    return PostgresServer.freshSchema();
  }

  @Override
  protected int processes() {
    return 2;
  }
}
