package dev.rapport.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import dev.rapport.work.EmbeddedWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine must do with a real store and real processes: order within a person, nothing paid
 * twice whose reply was stored, poison set aside, refusals that lose nothing, no lost wake-up.
 */
@Timeout(60)
final class EmbeddedEngineIT {
  private static final int CALLS_PER_TURN = 2;
  private static final int CALLS_AT_ONCE = 16;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("rapport.db");
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> "u" + i).toList();
  }

  private static void fill(SqliteStore store, List<String> people, int turns) {
    for (String person : people) {
      store.memory().append(new UserId(person), Fold.turnsOf(person, turns));
      store.wakeList().wake(Fold.KIND, person);
    }
  }

  private static String line(SqliteStore store, String person) {
    Page page = store.memory().page(new UserId(person));
    return page.isEmpty() ? "nothing" : page.lines().getFirst().text();
  }

  private static List<String> said(String person, int turns) {
    return Fold.turnsOf(person, turns).stream().map(Turn::text).toList();
  }

  private static void assertAllRight(SqliteStore store, List<String> people, int turns) {
    for (String person : people) {
      assertThat(line(store, person)).as(person).isEqualTo(Fold.expected(said(person, turns)));
    }
    assertThat(store.wakeList().all()).isEmpty();
  }

  @Test
  void givenManyPeople_everyoneIsFoldedInOrder_andNothingIsPaidTwice() throws InterruptedException {
    Provider provider = new Provider(Integer.MAX_VALUE);
    List<String> people = people(30);
    try (SqliteStore store = SqliteStore.open(file())) {
      fill(store, people, 8);
      try (EmbeddedWork engine = Fold.engine(store, provider, CALLS_AT_ONCE)) {
        engine.start();
        engine.awaitSettled();
      }

      assertAllRight(store, people, 8);
      assertThat(provider.answered).hasValue(30 * 8 * CALLS_PER_TURN);
      assertThat(store.ledgerBook().totalSince(Instant.EPOCH).answered())
          .isEqualTo(30 * 8 * CALLS_PER_TURN);
    }
  }

  @Test
  void givenKillNine_whenStartedAgain_onlyCallsInFlightAreRepeated()
      throws IOException, InterruptedException {
    Provider provider = new Provider(Integer.MAX_VALUE);
    List<String> people = people(20);
    int turns = 6;
    int calls = people.size() * turns * CALLS_PER_TURN;
    try (SqliteStore store = SqliteStore.open(file())) {
      fill(store, people, turns);
    }
    try (ProviderServer server = new ProviderServer(provider)) {
      // when
      Process first = Child.folding(file(), server.port());
      while (provider.answered.get() < calls / 3) {
        assertThat(first.isAlive()).as(log("fold")).isTrue();
        TimeUnit.MILLISECONDS.sleep(2);
      }
      first.destroyForcibly().waitFor();
      Map<String, Integer> askedBefore = new LinkedHashMap<>(provider.asked);
      Set<String> kept = keptQuestions(people, turns);
      Process second = Child.folding(file(), server.port());
      assertThat(second.waitFor()).as(log("fold")).isZero();

      // then
      try (SqliteStore store = SqliteStore.open(file())) {
        assertAllRight(store, people, turns);
        int repeated = provider.asked.values().stream().mapToInt(times -> times - 1).sum();
        assertThat(askedBefore.size()).isLessThan(calls);
        assertThat(kept).isNotEmpty();
        assertThat(provider.asked).hasSize(calls);
        assertThat(repeated).isLessThanOrEqualTo(CALLS_AT_ONCE);
        assertThat(kept).allMatch(q -> provider.asked.getOrDefault(q, 0) == 1);
        assertThat(store.ledgerBook().totalSince(Instant.EPOCH).attempts())
            .isBetween((long) calls, (long) calls + repeated);
      }
    }
  }

  private String log(String what) throws IOException {
    Path log = Path.of(file() + "." + what + ".log");
    return Files.exists(log) ? Files.readString(log) : "no log";
  }

  /** Questions whose answers the killed process had stored: folded turns, and the journal. */
  private Set<String> keptQuestions(List<String> people, int turns) {
    Set<String> kept = new LinkedHashSet<>();
    try (SqliteStore store = SqliteStore.open(file())) {
      for (String person : people) {
        long folded = store.memory().page(new UserId(person)).revision();
        List<String> said = said(person, turns);
        String line = "nothing";
        for (int i = 0; i < folded; i++) {
          kept.add(Fold.extract(line, said.get(i)));
          String extract = Provider.answerTo(Fold.extract(line, said.get(i)));
          kept.add(Fold.merge(extract, said.get(i)));
          line = Provider.answerTo(Fold.merge(extract, said.get(i)));
        }
        Set<String> steps = new LinkedHashSet<>();
        for (MemoryStore.Trace trace : store.memory().traces(new UserId(person))) {
          steps.add(trace.place());
        }
        String next = "t" + (folded + 1);
        if (steps.contains("reply extract " + next)) {
          kept.add(Fold.extract(line, said.get((int) folded)));
        }
        if (steps.contains("reply merge " + next)) {
          String extract = Provider.answerTo(Fold.extract(line, said.get((int) folded)));
          kept.add(Fold.merge(extract, said.get((int) folded)));
        }
      }
    }
    return kept;
  }

  @Test
  void givenAPoisonTurn_itIsSetAside_andThePersonGoesOn() throws InterruptedException {
    try (SqliteStore store = SqliteStore.open(file())) {
      List<Turn> turns = new ArrayList<>(Fold.turnsOf("ann", 5));
      turns.set(2, Samples.turn("t3", Provider.POISON));
      store.memory().append(Samples.ANN, turns);
      fill(store, List.of("bob"), 5);
      store.wakeList().wake(Fold.KIND, "ann");
      try (EmbeddedWork engine = Fold.engine(store, new Provider(100), CALLS_AT_ONCE)) {
        engine.start();
        engine.awaitSettled();
      }

      List<String> rest = new ArrayList<>(said("ann", 5));
      rest.remove(2);
      assertThat(line(store, "ann")).isEqualTo(Fold.expected(rest));
      assertThat(store.memory().buried(Samples.ANN))
          .extracting(buried -> buried.turn().id().value())
          .containsExactly("t3");
      assertAllRight(store, List.of("bob"), 5);
    }
  }

  @Test
  void givenAProviderThatBearsLess_refusalsLoseNothing() throws InterruptedException {
    Provider provider = new Provider(4);
    List<String> people = people(24);
    try (SqliteStore store = SqliteStore.open(file())) {
      fill(store, people, 5);
      try (EmbeddedWork engine = Fold.engine(store, provider, 32)) {
        engine.start();
        engine.awaitSettled();
      }

      int calls = people.size() * 5 * CALLS_PER_TURN;
      assertAllRight(store, people, 5);
      assertThat(provider.answered).hasValue(calls);
      assertThat(provider.refused).hasPositiveValue().hasValueLessThan(calls);
      assertThat(store.memory().buried(new UserId("u0"))).isEmpty();
    }
  }

  @Test
  void givenTurnsThatComeWhileTheEngineWorks_noneIsLeftBehind() throws InterruptedException {
    List<String> people = people(10);
    try (SqliteStore store = SqliteStore.open(file());
        EmbeddedWork engine = Fold.engine(store, new Provider(100), CALLS_AT_ONCE)) {
      engine.start();
      for (int i = 0; i < 12; i++) {
        for (String person : people) {
          store.memory().append(new UserId(person), List.of(Fold.turnsOf(person, 12).get(i)));
          engine.wake(Fold.KIND, person);
        }
      }
      engine.awaitSettled();

      assertAllRight(store, people, 12);
    }
  }

  @Test
  void givenTwoProcessesOnOneFile_bothWriteAndNothingIsLost()
      throws IOException, InterruptedException {
    SqliteStore.open(file()).close();

    Process one = Child.hammering(file(), 40);
    Process two = Child.hammering(file(), 40);

    assertThat(one.waitFor()).as(log("hammer")).isZero();
    assertThat(two.waitFor()).as(log("hammer")).isZero();
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(store.memory().page(Samples.ANN).lines()).hasSize(80);
      assertThat(store.memory().revisions(Samples.ANN)).hasSize(80);
      assertThat(store.wakeList().all()).hasSize(40);
      int replies =
          store
              .database()
              .read(
                  "count replies",
                  sql -> sql.first("SELECT COUNT(*) FROM journal", row -> row.getInt(1)))
              .orElseThrow();
      assertThat(replies).isEqualTo(80);
    }
  }

  @Test
  void givenTwoProcessesThatMakeTheFile_bothFindItReady() throws IOException, InterruptedException {
    Process one = Child.hammering(file(), 3);
    Process two = Child.hammering(file(), 3);

    assertThat(one.waitFor()).as(log("hammer")).isZero();
    assertThat(two.waitFor()).as(log("hammer")).isZero();
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(store.memory().page(Samples.ANN).lines()).hasSize(6);
    }
  }
}
