package dev.rapport.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * The default engine: one process, a virtual thread for each key worked on, and a durable list of
 * keys. Whatever happens to the process, what was woken and not finished is on the list and is
 * taken up at the next start.
 *
 * <p>Keys are served in the order they became ready; a key that wants more goes behind the others.
 * A wake during work is seen by the stamp on the list, so none is lost. Several processes may share
 * a list, but then a key may be worked on by each of them.
 */
public final class EmbeddedWork implements KeyedWork {
  /** A key whose worker failed too often. */
  public record Parked(String kind, String key, Throwable failure) {}

  private final WakeList wakes;
  private final EngineConfig config;
  private final EngineListener listener;
  private final WorkTime time;
  private final Backoff pauses;
  private final Map<String, Worker> workers = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final Map<Job.Id, Job> jobs = new LinkedHashMap<>();
  private final Deque<Job> ready = new ArrayDeque<>();
  private boolean started;
  private boolean closed;
  private int running;
  private int parked;

  private EmbeddedWork(
      WakeList wakes,
      EngineConfig config,
      EngineListener listener,
      WorkTime time,
      RandomGenerator random) {
    this.wakes = wakes;
    this.config = config;
    this.listener = listener;
    this.time = time;
    this.pauses = new Backoff(config.firstPause(), config.longestPause(), random);
  }

  /**
   * Makes an engine that does nothing yet.
   *
   * @param random for pauses after failures alone
   */
  public static EmbeddedWork over(
      WakeList wakes,
      EngineConfig config,
      EngineListener listener,
      WorkTime time,
      RandomGenerator random) {
    return new EmbeddedWork(wakes, config, listener, time, random);
  }

  @Override
  public void handle(String kind, Worker worker) {
    lock.lock();
    try {
      if (started) {
        throw new IllegalStateException(
            "kind \"%s\" comes after the engine was started; say who handles it before"
                .formatted(kind));
      }
      workers.put(kind, worker);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void wake(String kind, String key) {
    wakes.wake(kind, key);
    lock.lock();
    try {
      if (started && !closed) {
        noteWake(new Job.Id(kind, key));
        startReady();
      }
    } finally {
      lock.unlock();
    }
  }

  private void noteWake(Job.Id id) {
    Job job = jobs.get(id);
    if (job == null) {
      add(id);
      return;
    }
    switch (job.phase) {
      case READY, RESTING -> {}
      case RUNNING -> job.wokenMeanwhile = true;
      case WAITING -> makeReady(job);
      case PARKED -> {
        parked--;
        makeReady(job);
      }
    }
  }

  private void add(Job.Id id) {
    if (workers.containsKey(id.kind())) {
      Job job = new Job(id);
      jobs.put(id, job);
      ready.addLast(job);
    }
  }

  private void makeReady(Job job) {
    job.enter(Job.Phase.READY);
    ready.addLast(job);
  }

  @Override
  public void start() {
    lock.lock();
    try {
      if (started || closed) {
        throw new IllegalStateException("the engine was started before; make another one");
      }
      started = true;
      wakes.all().forEach(entry -> add(new Job.Id(entry.kind(), entry.key())));
      startReady();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return started && !closed;
    } finally {
      lock.unlock();
    }
  }

  private void startReady() {
    while (!closed && running < config.keysAtOnce() && !ready.isEmpty()) {
      Job job = ready.removeFirst();
      job.enter(Job.Phase.RUNNING);
      job.wokenMeanwhile = false;
      running++;
      Thread.ofVirtual().name("work " + job.id.kind()).start(() -> run(job));
    }
    if (isSettled()) {
      settled.signalAll();
    }
  }

  private void run(Job job) {
    Runnable outcome;
    try {
      Next next = turn(job.id);
      outcome = () -> went(job, next);
    } catch (LeaseLostException e) {
      outcome = () -> went(job, new Next.Again());
    } catch (RuntimeException | Error e) {
      // The edge of the thread: whatever it was, the key is tried again or parked.
      outcome = () -> failed(job, e);
    }
    lock.lock();
    try {
      running--;
      outcome.run();
      startReady();
    } finally {
      lock.unlock();
    }
  }

  /** Done is only answered when the key is off the list. */
  private Next turn(Job.Id id) {
    long stamp = wakes.wakes(id.kind(), id.key());
    if (stamp == 0) {
      return new Next.Done();
    }
    Worker worker = workers.get(id.kind());
    if (worker == null) {
      throw new IllegalStateException("nobody handles kind \"%s\"".formatted(id.kind()));
    }
    Next next = worker.take(id.key(), Lease.ALWAYS);
    if (!(next instanceof Next.Done)) {
      return next;
    }
    boolean removed = wakes.remove(new WakeList.Entry(id.kind(), id.key(), stamp));
    return removed || wakes.wakes(id.kind(), id.key()) == 0 ? next : new Next.Again();
  }

  private void went(Job job, Next next) {
    job.failures = 0;
    if (job.wokenMeanwhile || next instanceof Next.Again) {
      makeReady(job);
    } else if (next instanceof Next.After after) {
      sleep(job, Job.Phase.WAITING, after.delay());
    } else {
      jobs.remove(job.id);
    }
  }

  private void failed(Job job, Throwable failure) {
    job.failures++;
    if (job.failures < config.failures()) {
      sleep(job, Job.Phase.RESTING, pauses.after(job.failures));
      listener.onFailure(job.id.kind(), job.id.key(), job.failures, failure);
    } else {
      job.park(failure);
      parked++;
      listener.onParked(job.id.kind(), job.id.key(), failure);
    }
  }

  private void sleep(Job job, Job.Phase phase, Duration delay) {
    job.enter(phase);
    if (closed) {
      return;
    }
    long entered = job.entered;
    job.sleeper =
        Thread.ofVirtual()
            .name("wait " + job.id.kind())
            .start(
                () -> {
                  try {
                    time.sleep(delay);
                    wakeUp(job, entered);
                  } catch (InterruptedException e) {
                    // Woken early or closed; either way somebody else has seen to the key.
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private void wakeUp(Job job, long entered) {
    lock.lock();
    try {
      if (!closed && job.entered == entered) {
        makeReady(job);
        startReady();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Keys whose workers failed too often, in the order they were first woken. */
  public List<Parked> parked() {
    lock.lock();
    try {
      List<Parked> found = new ArrayList<>();
      for (Job job : jobs.values()) {
        if (job.phase == Job.Phase.PARKED) {
          found.add(new Parked(job.id.kind(), job.id.key(), job.failure()));
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is left to do but parked keys. */
  public void awaitSettled() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isSettled()) {
        settled.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isSettled() {
    return running == 0 && (closed || jobs.size() == parked);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ready.clear();
      jobs.values().forEach(Job::stopSleeping);
      while (running > 0) {
        settled.awaitUninterruptibly();
      }
      settled.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
