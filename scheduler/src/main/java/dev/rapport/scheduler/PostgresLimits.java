package dev.rapport.scheduler;

import dev.rapport.work.LimiterConfig;
import dev.rapport.work.SharedLimit;
import dev.rapport.work.SharedLimits;
import dev.rapport.work.WorkTime;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Limits that all processes on one PostgreSQL keep together: a row per model, from which each
 * process is lent a part for a few seconds. What a process that died was lent comes back; one that
 * froze may not use it any more.
 */
public final class PostgresLimits implements SharedLimits, AutoCloseable {
  private final Sql sql;
  private final WorkTime time;
  private final String member;
  private final Queue<LeasedLimit> limits = new ConcurrentLinkedQueue<>();

  private PostgresLimits(Sql sql, WorkTime time, String member) {
    this.sql = sql;
    this.time = time;
    this.member = member;
  }

  /** Makes the tables if they are missing. */
  public static PostgresLimits over(DataSource database, WorkTime time) {
    Sql sql = new Sql(database);
    Tables.make(sql);
    return new PostgresLimits(sql, time, UUID.randomUUID().toString());
  }

  @Override
  public SharedLimit of(String model, LimiterConfig config) {
    LeasedLimit limit = new LeasedLimit(new ModelRow(sql, model, member, config), time);
    limits.add(limit);
    return limit;
  }

  /** Gives back what this process was lent. */
  @Override
  public void close() {
    limits.forEach(LeasedLimit::close);
  }
}
