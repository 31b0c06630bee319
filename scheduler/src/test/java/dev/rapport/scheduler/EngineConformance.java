package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import dev.rapport.person.UserId;
import dev.rapport.work.WorkTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What learning must hold to on any engine, with real processes, a real database, and a model's
 * server that sees who asks what: every page right in the end, nobody written by two at once,
 * nothing paid for twice but what was under way when a process was lost.
 *
 * <p>With {@code -Drapport.conformance=long} there are ten times as many people.
 */
@Timeout(120)
abstract class EngineConformance {
  private static final int SIZE = "long".equals(System.getProperty("rapport.conformance")) ? 10 : 1;
  private static final int CALLS_AT_ONCE = 8;
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final Duration LEASE = HEARTBEAT.multipliedBy(SchedulerConfig.MISSED);
  private static final Duration PATIENCE = Duration.ofSeconds(60L * SIZE);
  private static final Engines ENGINES = new Engines(16, HEARTBEAT, Duration.ofMillis(300));

  @TempDir Path folder;

  private final List<Node> nodes = new ArrayList<>();
  private TaleServer server;
  private String address;
  private Desk desk;

  /** The address of an empty store. */
  protected abstract String emptyStore(Path folder);

  /** How many processes may share it. */
  protected abstract int processes();

  @BeforeEach
  void open() {
    server = new TaleServer(Duration.ofMillis(30));
    address = emptyStore(folder);
    desk = Desk.at(address, new TaleModel(), 1, WorkTime.of(Clock.systemUTC()));
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    server.answerAgain();
    try {
      for (Node node : nodes) {
        node.end();
      }
    } finally {
      desk.close();
      server.close();
    }
  }

  private Node.Setup setup() {
    return new Node.Setup(address, server.port(), CALLS_AT_ONCE, ENGINES, Duration.ZERO);
  }

  private Node start(Node.Setup setup) throws IOException {
    Node node = Node.start(setup, folder);
    nodes.add(node);
    return node;
  }

  private void startAll() throws IOException {
    for (int i = 0; i < processes(); i++) {
      start(setup());
    }
    for (Node node : nodes) {
      node.awaitReady();
    }
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count * SIZE).mapToObj(i -> "p" + i).toList();
  }

  /** One whole history after the other, as an import brings them. */
  private void importAll(List<String> people, int turns) {
    people.forEach(who -> desk.memory().append(new UserId(who), Tale.turns(who, turns)));
  }

  private void assertRead(String person, List<Turn> turns) {
    String expected = Tale.after(turns);
    Eventually.isSo(PATIENCE, () -> desk.line(new UserId(person)), expected::equals);
  }

  private void assertAllRead(List<String> people, int turns) {
    people.forEach(who -> assertRead(who, Tale.turns(who, turns)));
    for (String who : people) {
      assertThat(desk.memory().page(new UserId(who)).revision()).as(who).isEqualTo(turns);
    }
    Eventually.isSo(() -> desk.wakes().all(), List::isEmpty);
    assertThat(server.overlaps()).isZero();
    assertThat(server.mostInFlight()).isLessThanOrEqualTo(CALLS_AT_ONCE);
  }

  @Test
  void givenABacklogUserByUser_andTurnsThatComeMeanwhile_allIsReadOnce_alsoBesidePoison()
      throws IOException {
    List<String> people = people(24);
    importAll(people, 4);
    List<Turn> poisoned = new ArrayList<>(Tale.turns("q", 5));
    poisoned.set(2, Tale.turn(3, "q says " + Tale.POISON));
    desk.memory().append(new UserId("q"), poisoned);
    startAll();
    for (int turn = 5; turn <= 9; turn++) {
      for (String who : people) {
        nodes.get(turn % nodes.size()).say(who, turn, turn);
      }
    }

    assertAllRead(people, 9);
    poisoned.remove(2);
    assertRead("q", poisoned);
    assertThat(desk.memory().buried(new UserId("q")))
        .singleElement()
        .satisfies(buried -> assertThat(buried.why()).contains("422"));
    assertThat(server.repeated()).isZero();
    assertThat(server.mostInFlight()).isGreaterThan(CALLS_AT_ONCE / 2);
  }

  @Test
  void givenAServerThatBearsLess_refusalsLoseNothing() throws IOException {
    List<String> people = people(16);
    server.bear(3);
    importAll(people, 4);
    startAll();

    assertAllRead(people, 4);
    assertThat(server.refusals()).isPositive();
    assertThat(server.repeated()).isZero();
    people.forEach(who -> assertThat(desk.memory().buried(new UserId(who))).isEmpty());
  }

  @Test
  void whenAProcessIsKilled_theOthersGoOn_andOnlyCallsUnderWayAreRepeated()
      throws IOException, InterruptedException {
    List<String> people = people(24);
    int turns = 8;
    importAll(people, turns);
    startAll();
    int third = people.size() * turns * TaleStrategy.CALLS_PER_CHUNK / 3;
    Eventually.isSo(PATIENCE, server::questions, asked -> asked >= third);

    nodes.getFirst().kill();
    assertThat(server.questions()).isLessThan(3 * third);
    if (processes() == 1) {
      start(setup()).awaitReady();
    }

    assertAllRead(people, turns);
    assertThat(server.repeated()).isLessThanOrEqualTo(CALLS_AT_ONCE);
  }

  @Test
  void whenAProcessIsFrozenForLongerThanItsLease_nobodyIsWrittenByTwo()
      throws IOException, InterruptedException {
    List<String> people = people(24);
    int turns = 8;
    importAll(people, turns);
    start(setup()).awaitReady();
    Eventually.isSo(PATIENCE, server::questions, asked -> asked >= people.size());
    server.hold();
    // So nobody stands between asking for the lease and sending the question, and all calls under
    // way are the first process's.
    Eventually.isSo(PATIENCE, server::inFlight, calls -> calls == CALLS_AT_ONCE);
    while (nodes.size() < processes()) {
      start(setup()).awaitReady();
    }

    nodes.getFirst().freeze();
    server.answerAgain();
    int before = server.questions();
    if (processes() > 1) {
      // The frozen one's people are taken over.
      Eventually.isSo(PATIENCE, server::repeated, repeated -> repeated > 0);
    } else {
      Eventually.isSo(LEASE.multipliedBy(2), server::inFlight, calls -> calls == 0);
    }
    nodes.getFirst().thaw();

    assertAllRead(people, turns);
    assertThat(server.questions()).isGreaterThan(before);
    assertThat(server.repeated()).isLessThanOrEqualTo(processes() > 1 ? CALLS_AT_ONCE : 0);
  }

  @Test
  void givenClocksThatAreWrong_nobodyIsTakenForDead() throws IOException {
    List<String> people = people(24);
    importAll(people, 8);
    List<Duration> wrong = List.of(Duration.ofHours(1), Duration.ofHours(-1));
    for (int i = 0; i < processes(); i++) {
      start(setup().withClockOff(wrong.get(i)));
    }
    for (Node node : nodes) {
      node.awaitReady();
    }

    assertAllRead(people, 8);
    assertThat(server.repeated()).isZero();
  }
}
