package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Accepts turns and learns for a long time while processes are killed at random, and counts: every
 * turn accepted is on a page or waits, and no more was paid for twice than was under way at kills.
 * See docs/numbers.md.
 */
final class Soak {
  private static final int PEOPLE = 60;
  static final int CALLS_AT_ONCE = 16;

  private final SplittableRandom random;
  private final int[] accepted = new int[PEOPLE];
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Integer> kept = new LinkedHashMap<>();
  private final Desk desk;
  private final TaleServer server;
  private final Node.Setup setup;
  private final Path folder;
  private int kills;

  Soak(Desk desk, TaleServer server, Node.Setup setup, Path folder, long seed) {
    this.desk = desk;
    this.server = server;
    this.setup = setup;
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  void run(int processes, Duration time) throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < processes; i++) {
      nodes.add(Node.start(setup, folder).awaitReady());
    }
    long nextKill = System.nanoTime() + pause();
    while (System.nanoTime() < end) {
      if (System.nanoTime() > nextKill) {
        nextKill = System.nanoTime() + pause();
        int which = random.nextInt(nodes.size());
        nodes.get(which).kill();
        kills++;
        noteRepliesKept();
        nodes.set(which, Node.start(setup, folder).awaitReady());
      } else {
        say();
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    TimeUnit.SECONDS.sleep(20);
    for (Node node : nodes) {
      node.end();
    }
  }

  /** From now on nobody may pay for these again. */
  private void noteRepliesKept() {
    for (int who = 0; who < PEOPLE; who++) {
      for (String reply : desk.repliesKept(new UserId("p" + who))) {
        kept.put(reply, server.given(reply));
      }
    }
  }

  private long paidThoughKept() {
    return kept.entrySet().stream()
        .filter(reply -> server.given(reply.getKey()) > reply.getValue())
        .count();
  }

  /** Until the next kill. */
  private long pause() {
    return Duration.ofSeconds(random.nextInt(5, 40)).toNanos();
  }

  private void say() throws IOException {
    int who = random.nextInt(PEOPLE);
    int turns = random.nextInt(1, 4);
    nodes
        .get(random.nextInt(nodes.size()))
        .say("p" + who, accepted[who] + 1, accepted[who] + turns);
    accepted[who] += turns;
  }

  void report() {
    int total = 0;
    int learned = 0;
    int pending = 0;
    int wrong = 0;
    for (int who = 0; who < PEOPLE; who++) {
      UserId user = new UserId("p" + who);
      int waiting = desk.memory().backlog(user).waiting();
      int read = (int) desk.memory().page(user).revision();
      List<Turn> turns = Tale.turns("p" + who, accepted[who]);
      boolean right =
          read + waiting == accepted[who]
              && desk.line(user).equals(Tale.after(turns.subList(0, read)));
      total += accepted[who];
      learned += read;
      pending += waiting;
      wrong += right ? 0 : 1;
    }
    long twice = paidThoughKept();
    System.out.printf(
        "%d turns accepted = %d learned + %d pending, pages wrong: %d; %d kills; calls paid again"
            + " though their reply was stored: %d of %d; whose reply was on its way at a kill: %d"
            + " (%d may be at each); people written by two at once: %d; most calls at once: %d of %d%n",
        total,
        learned,
        pending,
        wrong,
        kills,
        twice,
        kept.size(),
        server.repeated(),
        CALLS_AT_ONCE,
        server.overlaps(),
        server.mostInFlight(),
        CALLS_AT_ONCE);
    assertThat(learned + pending).isEqualTo(total);
    assertThat(wrong).isZero();
    assertThat(twice).isZero();
    assertThat(server.repeated()).isLessThanOrEqualTo(kills * CALLS_AT_ONCE);
    assertThat(server.overlaps()).isZero();
  }
}
