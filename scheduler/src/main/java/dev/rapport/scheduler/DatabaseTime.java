package dev.rapport.scheduler;

import com.github.kagkarlsson.scheduler.Clock;
import dev.rapport.work.WorkTime;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The time of day by the database's clock, which is the same for all processes: whose own clock is
 * wrong takes nobody for dead and is not taken for dead. Read from time to time; in between the
 * machine counts on. Safe for several threads.
 */
final class DatabaseTime implements Clock {
  private record Anchor(Instant instant, long nanos) {}

  private final Sql sql;
  private final WorkTime time;
  private volatile Anchor anchor;

  DatabaseTime(Sql sql, WorkTime time) {
    this.sql = sql;
    this.time = time;
    this.anchor = read();
  }

  /** Looks at the database's clock. */
  void set() {
    anchor = read();
  }

  private Anchor read() {
    long before = time.nanos();
    Instant instant =
        sql.one(
            "read the time",
            connection ->
                Sql.list(
                        connection,
                        "SELECT clock_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .getFirst());
    long after = time.nanos();
    return new Anchor(instant, before + (after - before) / 2);
  }

  @Override
  public Instant now() {
    Anchor last = anchor;
    return last.instant().plusNanos(time.nanos() - last.nanos());
  }
}
