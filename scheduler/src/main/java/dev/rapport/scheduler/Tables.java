package dev.rapport.scheduler;

/** The tables of work and of limits; none holds anything that people said. */
final class Tables {
  static final String WORK = "scheduled_work";

  /** Any number that nobody else locks by. */
  private static final long LOCK = 4_071_826_355L;

  private Tables() {}

  /** Makes those that are missing; two processes may start at once. */
  static void make(Sql sql) {
    sql.transaction(
        "make the tables of shared work",
        connection -> {
          Sql.run(connection, "SELECT pg_advisory_xact_lock(%d)".formatted(LOCK));
          Sql.run(connection, SCRIPT);
          return true;
        });
  }

  private static final String SCRIPT =
      """
      CREATE TABLE IF NOT EXISTS scheduled_work (
        task_name TEXT NOT NULL,
        task_instance TEXT NOT NULL,
        task_data BYTEA,
        execution_time TIMESTAMPTZ NOT NULL,
        picked BOOLEAN NOT NULL,
        picked_by TEXT,
        last_success TIMESTAMPTZ,
        last_failure TIMESTAMPTZ,
        consecutive_failures INTEGER,
        last_heartbeat TIMESTAMPTZ,
        version BIGINT NOT NULL,
        priority SMALLINT,
        PRIMARY KEY (task_name, task_instance)
      );
      CREATE INDEX IF NOT EXISTS scheduled_work_due ON scheduled_work (execution_time);
      CREATE INDEX IF NOT EXISTS scheduled_work_alive ON scheduled_work (last_heartbeat);
      -- call_window: calls that may be under way, all processes together. era: grows when it shrinks.
      CREATE TABLE IF NOT EXISTS model_limit (
        model TEXT NOT NULL PRIMARY KEY,
        call_window DOUBLE PRECISION NOT NULL,
        era BIGINT NOT NULL,
        opens_at TIMESTAMPTZ NOT NULL,
        requests DOUBLE PRECISION NOT NULL,
        tokens DOUBLE PRECISION NOT NULL,
        filled_at TIMESTAMPTZ NOT NULL
      );
      -- calls: what of the window this process has. A process that is silent is dropped.
      CREATE TABLE IF NOT EXISTS model_share (
        model TEXT NOT NULL,
        member TEXT NOT NULL,
        calls INTEGER NOT NULL,
        wanted INTEGER NOT NULL,
        seen_at TIMESTAMPTZ NOT NULL,
        PRIMARY KEY (model, member)
      );
      """;
}
