package dev.rapport.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.Lease;
import dev.rapport.work.LeaseLostException;
import dev.rapport.work.Rounds;
import dev.rapport.work.WakeList;
import dev.rapport.work.WorkTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The engine for several equal processes on one PostgreSQL, over db-scheduler: a row per key, which
 * a process picks, keeps alive by heartbeats while it works, and gives back. When a process dies or
 * freezes, others take over its keys within {@code heartbeat x 4}, and should it come back it finds
 * its lease lost before it pays for a call.
 *
 * <p>A wake is a stamp on the wake list first and a row to be picked second. A row is removed
 * before the stamp is, and the stamp only if it is still the one seen before the work, so a wake
 * during the work is never lost. All processes go by the database's clock.
 *
 * <p>Give it connections of its own, a few. They may have {@code synchronous_commit} off: what a
 * crash of the database could lose is found again from the wake list.
 */
public final class SchedulerWork implements KeyedWork {
  /** Of the time after which a silent process is taken for dead; then its lease is lost. */
  private static final double LEASE = 0.7;

  private static final Duration CLOCK_CHECK = Duration.ofSeconds(30);
  private static final int MOST_NAME = 50;

  private static final String DUE_NOW =
      """
      INSERT INTO scheduled_work (task_name, task_instance, execution_time, picked, version)
      VALUES (?, ?, ?, FALSE, 1)
      ON CONFLICT (task_name, task_instance) DO UPDATE
      SET execution_time = excluded.execution_time, version = scheduled_work.version + 1
      WHERE NOT scheduled_work.picked AND COALESCE(scheduled_work.consecutive_failures, 0) = 0
        AND scheduled_work.execution_time > excluded.execution_time
      """;

  private static final String IF_MISSING =
      """
      INSERT INTO scheduled_work (task_name, task_instance, execution_time, picked, version)
      VALUES (?, ?, ?, FALSE, 1)
      ON CONFLICT (task_name, task_instance) DO NOTHING
      """;

  private final DataSource database;
  private final Sql sql;
  private final WakeList wakes;
  private final SchedulerConfig config;
  private final WorkTime time;
  private final DatabaseTime clock;
  private final Map<String, Worker> workers = new LinkedHashMap<>();
  private final List<Rounds> keepers;
  private final Pulse pulse;
  private volatile @Nullable Scheduler scheduler;
  private volatile boolean closed;

  private SchedulerWork(
      DataSource database, WakeList wakes, SchedulerConfig config, WorkTime time) {
    this.database = database;
    this.sql = new Sql(database);
    this.wakes = wakes;
    this.config = config;
    this.time = time;
    Tables.make(sql);
    this.clock = new DatabaseTime(sql, time);
    this.pulse = new Pulse(config.polling(), time);
    this.keepers =
        List.of(
            Rounds.of("set clock", CLOCK_CHECK, time, clock::set),
            Rounds.of("keep work", config.sweep(), time, this::scheduleWhatIsMissing));
  }

  /**
   * Makes an engine that does nothing yet, and its table if that is missing.
   *
   * @param wakes in the same database
   */
  public static SchedulerWork over(
      DataSource database, WakeList wakes, SchedulerConfig config, WorkTime time) {
    return new SchedulerWork(database, wakes, config, time);
  }

  @Override
  public synchronized void handle(String kind, Worker worker) {
    if (scheduler != null) {
      throw new IllegalStateException(
          "kind \"%s\" comes after the engine was started; say who handles it before"
              .formatted(kind));
    }
    workers.put(kind, worker);
  }

  @Override
  public void wake(String kind, String key) {
    wakes.wake(kind, key);
    dueNow(kind, key);
  }

  private void dueNow(String kind, String key) {
    sql.one("schedule a key of " + kind, connection -> insert(connection, DUE_NOW, kind, key));
    Scheduler started = scheduler;
    if (started != null && workers.containsKey(kind)) {
      started.triggerCheckForDueExecutions();
    }
  }

  private int insert(Connection connection, String statement, String kind, String key)
      throws SQLException {
    return Sql.update(connection, statement, kind, key, clock.now().atOffset(ZoneOffset.UTC));
  }

  @Override
  public synchronized void start() {
    if (scheduler != null || closed) {
      throw new IllegalStateException("the engine was started before; make another one");
    }
    List<Task<?>> tasks = new ArrayList<>();
    workers.forEach((kind, worker) -> tasks.add(task(kind, worker)));
    ExecutorService threads =
        Executors.newFixedThreadPool(
            config.keysAtOnce(), Thread.ofVirtual().name("work ", 0).factory());
    Scheduler made =
        Scheduler.create(database, tasks)
            .schedulerName(new SchedulerName.Fixed(name()))
            .tableName(Tables.WORK)
            .clock(clock)
            .threads(config.keysAtOnce())
            .executorService(threads)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(config.polling())
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(SchedulerConfig.MISSED)
            .enableImmediateExecution()
            .shutdownMaxWait(config.closing())
            .addSchedulerListener(pulse)
            .failureLogging(LogLevel.DEBUG, false)
            .build();
    pulse.beat();
    made.start();
    scheduler = made;
    keepers.forEach(Rounds::start);
  }

  /** Tells which process has a key, for whoever looks at the table. */
  private String name() {
    String name = "%d %s".formatted(ProcessHandle.current().pid(), Long.toHexString(time.nanos()));
    return name.substring(0, Math.min(MOST_NAME, name.length()));
  }

  private Task<Void> task(String kind, Worker worker) {
    return Tasks.custom(kind, Void.class)
        .onFailure(this::restAfterFailure)
        .onDeadExecutionRevive()
        .execute((instance, context) -> work(kind, worker, instance, context));
  }

  private void restAfterFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    int failures = failed.getExecution().consecutiveFailures + 1;
    operations.reschedule(failed, clock.now().plus(config.pause(failures)));
  }

  private CompletionHandler<Void> work(
      String kind, Worker worker, TaskInstance<Void> instance, ExecutionContext context) {
    String key = instance.getId();
    long stamp = wakes.wakes(kind, key);
    Next next = stamp == 0 ? new Next.Done() : take(worker, key, () -> isOurs(context));
    return (done, operations) -> {
      switch (next) {
        // Whoever has lost the lease changes nothing here: the row has another version by now.
        case Next.Again again -> operations.reschedule(done, clock.now());
        case Next.After after -> operations.reschedule(done, clock.now().plus(after.delay()));
        case Next.Done finished -> {
          operations.stop();
          takeOffTheList(kind, key, stamp);
        }
      }
    };
  }

  private static Next take(Worker worker, String key, Lease lease) {
    try {
      return worker.take(key, lease);
    } catch (LeaseLostException e) {
      return new Next.Again();
    }
  }

  private boolean isOurs(ExecutionContext context) {
    return !closed && context.getCurrentlyExecuting().getHeartbeatState().getFractionDead() < LEASE;
  }

  /** The row is gone. Who was woken since {@code stamp} is scheduled anew. */
  private void takeOffTheList(String kind, String key, long stamp) {
    boolean removed = stamp != 0 && wakes.remove(new WakeList.Entry(kind, key, stamp));
    if (!removed && wakes.wakes(kind, key) != 0) {
      dueNow(kind, key);
    }
  }

  private void scheduleWhatIsMissing() {
    List<WakeList.Entry> listed =
        wakes.all().stream().filter(entry -> workers.containsKey(entry.kind())).toList();
    sql.one(
        "schedule what is on the wake list",
        connection -> {
          for (WakeList.Entry entry : listed) {
            insert(connection, IF_MISSING, entry.kind(), entry.key());
          }
          return listed.size();
        });
  }

  /** Also false when nothing was looked for in a long while. */
  @Override
  public boolean isRunning() {
    Scheduler started = scheduler;
    return started != null && !closed && pulse.isFelt();
  }

  @Override
  public void close() {
    closed = true;
    keepers.forEach(Rounds::stop);
    Scheduler started = scheduler;
    if (started != null) {
      started.stop();
    }
  }
}
