package dev.rapport.learn;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.model.ModelException;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.KeyedWork.Next;
import dev.rapport.work.Lease;
import dev.rapport.work.LeaseLostException;
import dev.rapport.work.Rounds;
import dev.rapport.work.WakeList;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns what people said while nobody waits for it. Per person strictly in order, across people in
 * parallel, on any {@link KeyedWork}. A chunk is folded when it is full; when the person has been
 * quiet for a while, or on demand, the rest is folded too. Everything it must not forget is in the
 * store: turns, wakes, demands and what was spent; so it goes on after a crash where it stood, on
 * any process.
 *
 * <p>A provider that refuses or is away costs a person nothing but time; a chunk that it rejects is
 * set aside, where {@link #standing} shows it and {@link #retry} takes it up again. Safe for
 * several threads.
 */
public final class BackgroundLearning implements AutoCloseable {
  /** The kind of {@link KeyedWork} it does; its keys are those of {@link PersonRef}. */
  public static final String WORK = "learn";

  /** The kind under which a wish to fold the rest is noted on the wake list. Nobody handles it. */
  static final String DEMAND = "learn now";

  private static final int CHUNKS_AT_A_TIME = 4;
  private static final int PEOPLE_AT_A_TIME = 500;

  private final KeyedWork work;
  private final WakeList wakes;
  private final Tenants tenants;
  private final BackgroundConfig config;
  private final WorkTime time;
  private final CeilingWatch ceilings;
  private final Quiet quiet;
  private final Troubles troubles;
  private final Rounds sweeper;
  private volatile boolean closing;

  private BackgroundLearning(
      KeyedWork work, WakeList wakes, Tenants tenants, BackgroundConfig config, WorkTime time) {
    this.work = work;
    this.wakes = wakes;
    this.tenants = tenants;
    this.config = config;
    this.time = time;
    this.ceilings = new CeilingWatch(config, time);
    this.quiet = new Quiet(config.quiet(), time);
    this.troubles = new Troubles();
    this.sweeper = Rounds.of("sweep", config.sweep(), time, this::sweep);
  }

  /**
   * Makes one that does nothing before {@link #start}.
   *
   * @param work closed with it
   * @param wakes the list behind the engine; a wish to learn now is noted there too
   */
  public static BackgroundLearning over(
      KeyedWork work, WakeList wakes, Tenants tenants, BackgroundConfig config, WorkTime time) {
    BackgroundLearning learning = new BackgroundLearning(work, wakes, tenants, config, time);
    work.handle(WORK, learning::take);
    return learning;
  }

  /** The person's inbox has new turns. Call it after they were stored. */
  public void observed(PersonRef person) {
    work.wake(WORK, person.key());
  }

  /** Folds whatever waits, the last, not full chunk too. Durable when it returns. */
  public void learnNow(PersonRef person) {
    wakes.wake(DEMAND, person.key());
    work.wake(WORK, person.key());
  }

  /**
   * Takes up again what was set aside.
   *
   * @return how many turns that is
   */
  public int retry(PersonRef person) {
    MemoryStore memory = tenants.of(person.tenant()).memory();
    List<TurnId> turns =
        memory.buried(person.user()).stream().map(buried -> buried.turn().id()).toList();
    memory.unbury(person.user(), turns);
    work.wake(WORK, person.key());
    return turns.size();
  }

  /** How far learning is with the person. */
  public Standing standing(PersonRef person) {
    TenantLearning learning = tenants.of(person.tenant());
    Backlog backlog = learning.memory().backlog(person.user());
    Optional<CeilingWatch.Reached> reached =
        backlog.isEmpty() ? Optional.empty() : ceilings.reached(person, learning.spending());
    Instant next =
        backlog.isEmpty()
            ? Turn.UNDATED
            : reached.map(CeilingWatch.Reached::until).orElse(quiet.from(backlog));
    return new Standing(
        backlog,
        learning.memory().buried(person.user()),
        reached.map(CeilingWatch.Reached::why).orElse(""),
        next,
        troubles.of(person.key()));
  }

  /** Begins to work, with everything that waits. */
  public void start() {
    work.start();
    sweeper.start();
  }

  /**
   * Stops: no further call is paid for, those under way are awaited for as long as configured, and
   * everything else waits in the store for the next start.
   */
  @Override
  public void close() {
    closing = true;
    sweeper.stop();
    Thread closer = Thread.ofPlatform().daemon().name("close learning").start(work::close);
    try {
      closer.join(config.closing());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Which of its parts do not run, though they should after {@link #start}; empty for none. */
  public List<String> halted() {
    List<String> parts = new ArrayList<>();
    if (!work.isRunning()) {
      parts.add("the engine that takes up people's turns");
    }
    if (!sweeper.isAlive()) {
      parts.add("the sweep for people who were passed over");
    }
    return parts;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosing() {
    return closing;
  }

  private Next take(String key, Lease lease) {
    Duration pause = troubles.pause(key, time.nanos());
    if (!pause.isZero()) {
      return new Next.After(pause);
    }
    try {
      Next next = learn(PersonRef.parse(key), () -> !closing && lease.ours());
      troubles.over(key);
      return next;
    } catch (ModelException e) {
      Duration rest = troubles.note(key, e, time.nanos());
      return switch (e.kind()) {
        case THROTTLED, UNAVAILABLE, MISCONFIGURED -> new Next.After(rest);
        case CANCELLED -> new Next.Again();
        case REJECTED, MALFORMED -> throw e;
      };
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      troubles.note(key, e, time.nanos());
      throw e;
    }
  }

  private Next learn(PersonRef person, Lease lease) {
    TenantLearning learning = tenants.of(person.tenant());
    UserId user = person.user();
    long demand = wakes.wakes(DEMAND, person.key());
    Backlog before = learning.memory().backlog(user);
    boolean toTheEnd = demand != 0 || quiet.left(person.key(), before).isZero();
    Learner.Stop stop =
        before.isEmpty()
            ? Learner.Stop.ENDED
            : learning.learner().fold(user, toTheEnd, lease, chunks -> leave(person, chunks));
    if (stop == Learner.Stop.ENDED && demand != 0) {
      wakes.remove(new WakeList.Entry(DEMAND, person.key(), demand));
    }
    Optional<CeilingWatch.Reached> reached = ceilings.reached(person, learning.spending());
    Backlog after = learning.memory().backlog(user);
    if (after.isEmpty()) {
      return new Next.Done();
    }
    if (reached.isPresent()) {
      return after(Duration.between(time.now(), reached.get().until()));
    }
    return stop == Learner.Stop.LIMITED ? new Next.Again() : after(quiet.left(person.key(), after));
  }

  private boolean leave(PersonRef person, int chunks) {
    return chunks < CHUNKS_AT_A_TIME
        && ceilings.reached(person, tenants.of(person.tenant()).spending()).isEmpty();
  }

  private static Next after(Duration left) {
    return left.isPositive() ? new Next.After(left) : new Next.Again();
  }

  /** Who is on the list is worked on, or waits for a time that a wake would cut short. */
  private void wakeIfAsleep(PersonRef person) {
    if (wakes.wakes(WORK, person.key()) == 0) {
      observed(person);
    }
  }

  private void sweep() {
    for (TenantId tenant : tenants.all()) {
      MemoryStore memory = tenants.of(tenant).memory();
      List<UserId> users = memory.behind("", PEOPLE_AT_A_TIME);
      while (!users.isEmpty() && !closing) {
        users.forEach(user -> wakeIfAsleep(new PersonRef(tenant, user)));
        users = memory.behind(users.getLast().value(), PEOPLE_AT_A_TIME);
      }
    }
  }
}
