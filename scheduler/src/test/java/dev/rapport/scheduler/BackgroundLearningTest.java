package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.learn.BackgroundLearning;
import dev.rapport.learn.Ceiling;
import dev.rapport.learn.Standing;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.work.EmbeddedWork;
import dev.rapport.work.EngineConfig;
import dev.rapport.work.EngineListener;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded engine and a SQLite file, with a time that passes when it is told to. */
@Timeout(60)
final class BackgroundLearningTest {
  private static final PersonRef ANN = person("ann");
  private static final Ceiling NO = Ceiling.NONE;

  @TempDir Path folder;

  private final SteppedTime time = new SteppedTime(Clock.systemUTC().instant());
  private final TaleModel model = new TaleModel();
  private Desk desk;

  private static PersonRef person(String name) {
    return new PersonRef(TenantId.DEFAULT, new UserId(name));
  }

  @BeforeEach
  void open() {
    desk = Desk.at(folder.resolve("rapport.db").toString(), model, 64, time);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private BackgroundLearning learning(BackgroundConfig config) {
    EmbeddedWork engine =
        EmbeddedWork.over(
            desk.wakes(),
            new EngineConfig(64, 3, Duration.ofMillis(10), Duration.ofMillis(100)),
            EngineListener.SILENT,
            time,
            new SplittableRandom(1));
    return BackgroundLearning.over(engine, desk.wakes(), desk, config, time);
  }

  private BackgroundLearning started(BackgroundConfig config) {
    BackgroundLearning learning = learning(config);
    learning.start();
    return learning;
  }

  private void say(BackgroundLearning learning, PersonRef person, List<Turn> turns) {
    desk.memory().append(person.user(), turns);
    learning.observed(person);
  }

  private void assertRead(PersonRef person, List<Turn> turns) {
    String expected = Tale.after(turns);
    Eventually.isSo(() -> desk.line(person.user()), expected::equals);
  }

  /**
   * Time goes on meanwhile: who lies down to sleep only after a long step, for what was left before
   * it, up to a day, must not sleep for good.
   */
  private void assertReadInTime(PersonRef person, List<Turn> turns) {
    String expected = Tale.after(turns);
    Eventually.isSo(
        () -> {
          time.pass(Duration.ofMinutes(1));
          return desk.line(person.user());
        },
        expected::equals);
  }

  private int waiting(PersonRef person) {
    return desk.memory().backlog(person.user()).waiting();
  }

  @Test
  void givenFullChunks_theyAreFoldedInOrder_andTheRestWaitsForQuiet() {
    List<Turn> said = Tale.turns("ann", 5);
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      say(learning, ANN, said);

      assertRead(ANN, said.subList(0, 4));
      Standing standing = learning.standing(ANN);
      assertThat(standing.backlog().waiting()).isEqualTo(1);
      assertThat(standing.next())
          .isEqualTo(standing.backlog().newest().plus(BackgroundConfig.DEFAULT.quiet()));

      time.pass(BackgroundConfig.DEFAULT.quiet().plusSeconds(10));
      assertReadInTime(ANN, said);
      Eventually.isSo(() -> waiting(ANN), count -> count == 0);
    }
    assertThat(model.repeated()).isZero();
  }

  @Test
  void givenAPersonStillTalking_theQuietTimeBeginsAnew() {
    desk.memory().append(ANN.user(), Tale.turns("ann", 1));
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      time.pass(Duration.ofMinutes(9));
      Standing standing = learning.standing(ANN);

      assertThat(standing.next()).isAfter(time.now());
      assertThat(desk.line(ANN.user())).isEqualTo(Tale.NOTHING);
    }
  }

  @Test
  void givenARestart_theQuietTimeIsNotForgotten() {
    List<Turn> said = Tale.turns("ann", 1);
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      say(learning, ANN, said);
    }
    time.pass(Duration.ofMinutes(11));

    try (BackgroundLearning again = started(BackgroundConfig.DEFAULT)) {
      assertRead(ANN, said);
      Eventually.isSo(() -> again.standing(ANN).next(), Turn.UNDATED::equals);
    }
  }

  @Test
  void whenAskedToLearnNow_theRestIsFolded_alsoAfterARestart() {
    List<Turn> said = Tale.turns("ann", 3);
    desk.memory().append(ANN.user(), said);
    try (BackgroundLearning never = learning(BackgroundConfig.DEFAULT)) {
      never.learnNow(ANN);
    }

    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      assertRead(ANN, said);
      Eventually.isSo(() -> desk.wakes().all(), List::isEmpty);
      say(learning, ANN, List.of(Tale.turn("ann", 4)));
      assertThat(learning.standing(ANN).backlog().waiting()).isEqualTo(1);
    }
  }

  @Test
  void givenManyPeople_theyLearnAtTheSameTime_nobodyTwice() {
    model.gate = new CountDownLatch(1);
    List<PersonRef> people = IntStream.range(0, 20).mapToObj(i -> person("p" + i)).toList();
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      people.forEach(who -> say(learning, who, Tale.turns(who.user().value(), 6)));
      Eventually.isSo(() -> model.questions().size(), asked -> asked == 20);
      model.gate.countDown();

      people.forEach(who -> assertRead(who, Tale.turns(who.user().value(), 5)));
    }
    assertThat(model.overlaps).hasValue(0);
    assertThat(model.repeated()).isZero();
  }

  @Test
  void givenACeilingForOnePerson_theRestWaitsUntilTomorrow_visibly() {
    List<Turn> said = Tale.turns("ann", 6);
    BackgroundConfig config =
        BackgroundConfig.DEFAULT.withCeilings(new Ceiling(4, BigDecimal.ZERO), NO);
    try (BackgroundLearning learning = started(config)) {
      say(learning, ANN, said);
      assertRead(ANN, said.subList(0, 2));
      Standing standing = learning.standing(ANN);
      say(learning, ANN, List.of(Tale.turn("ann", 7)));
      say(learning, person("bob"), Tale.turns("bob", 2));

      assertRead(person("bob"), Tale.turns("bob", 1));
      assertThat(standing.ceiling()).contains("4 calls", "one person");
      assertThat(standing.next())
          .isEqualTo(time.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
      assertThat(waiting(ANN)).isEqualTo(5);
      assertThat(desk.line(ANN.user())).isEqualTo(Tale.after(said.subList(0, 2)));

      // when the next day comes
      time.pass(Duration.between(time.now(), standing.next()));
      assertReadInTime(ANN, said.subList(0, 4));
    }
  }

  @Test
  void givenACeilingOfMoneyForATenant_everybodyWaits() {
    BackgroundConfig config =
        BackgroundConfig.DEFAULT.withCeilings(NO, new Ceiling(0, new BigDecimal("0.004")));
    try (BackgroundLearning learning = started(config)) {
      say(learning, ANN, Tale.turns("ann", 2));
      assertRead(ANN, Tale.turns("ann", 1));
      time.pass(Duration.ofSeconds(2));

      say(learning, person("bob"), Tale.turns("bob", 2));
      Eventually.isSo(
          () -> learning.standing(person("bob")).ceiling(),
          why -> why.contains("0.004 dollars") && why.contains("all people"));
      assertThat(desk.line(person("bob").user())).isEqualTo(Tale.NOTHING);
    }
  }

  @Test
  void givenPoison_itIsSetAsideWithWhy_thePersonGoesOn_andItCanBeTriedAgain() {
    List<Turn> said = new ArrayList<>(Tale.turns("ann", 4));
    said.set(1, Tale.turn(2, "ann says " + Tale.POISON));
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      say(learning, ANN, said);
      assertRead(ANN, List.of(said.get(0), said.get(2)));
      assertThat(learning.standing(ANN).buried())
          .singleElement()
          .satisfies(
              buried -> {
                assertThat(buried.turn()).isEqualTo(said.get(1));
                assertThat(buried.why()).contains("422");
              });

      model.rejects = false;
      assertThat(learning.retry(ANN)).isEqualTo(1);
      assertRead(ANN, List.of(said.get(0), said.get(2), said.get(1)));
      assertThat(learning.standing(ANN).buried()).isEmpty();
    }
  }

  @Test
  void givenAModelThatIsAway_nothingIsSetAside_theReasonShows_andWorkGoesOnLater() {
    model.goAway(Kind.MISCONFIGURED);
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      say(learning, ANN, Tale.turns("ann", 3));
      Eventually.isSo(() -> learning.standing(ANN).failure(), why -> why.contains("away"));

      model.comeBack();
      say(learning, ANN, List.of(Tale.turn("ann", 4)));
      assertThat(desk.line(ANN.user())).isEqualTo(Tale.NOTHING);
      time.pass(Duration.ofMinutes(1));
      assertReadInTime(ANN, Tale.turns("ann", 3));
      Eventually.isSo(() -> learning.standing(ANN).failure(), String::isEmpty);
      assertThat(learning.standing(ANN).buried()).isEmpty();
    }
  }

  @Test
  void whenClosedUnderWay_noFurtherCallIsPaid_andTheNextStartGoesOnThere() {
    model.gate = new CountDownLatch(1);
    BackgroundLearning learning = started(BackgroundConfig.DEFAULT);
    say(learning, ANN, Tale.turns("ann", 5));
    Eventually.isSo(() -> model.questions().size(), asked -> asked == 1);
    try (ExecutorService closer = Executors.newVirtualThreadPerTaskExecutor()) {
      closer.execute(learning::close);
      // Turns are accepted all the same.
      say(learning, ANN, List.of(Tale.turn("ann", 6)));
      Eventually.isSo(learning::isClosing, closing -> closing);
      model.gate.countDown();
    }
    assertThat(model.questions()).hasSize(1);
    assertThat(desk.line(ANN.user())).isEqualTo(Tale.NOTHING);

    try (BackgroundLearning again = started(BackgroundConfig.DEFAULT)) {
      assertRead(ANN, Tale.turns("ann", 5));
      assertThat(again.standing(ANN).backlog().waiting()).isEqualTo(1);
    }
    assertThat(model.repeated()).isZero();
  }

  @Test
  void givenACallThatDoesNotEnd_closingDoesNotWaitForEver() {
    model.gate = new CountDownLatch(1);
    BackgroundLearning learning =
        started(BackgroundConfig.DEFAULT.withClosing(Duration.ofMillis(50)));
    say(learning, ANN, Tale.turns("ann", 2));
    Eventually.isSo(() -> model.questions().size(), asked -> asked == 1);

    learning.close();

    assertThat(model.gate.getCount()).isEqualTo(1);
    model.gate.countDown();
    Eventually.isSo(() -> desk.wakes().all().size(), left -> left == 1);
  }

  @Test
  void givenTurnsWhoseWakeWasLostInACrash_theyAreFoundAtTheStart() {
    desk.memory().append(ANN.user(), Tale.turns("ann", 3));

    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      assertRead(ANN, Tale.turns("ann", 2));
      assertThat(learning.standing(ANN).backlog().waiting()).isEqualTo(1);
    }
  }

  @Test
  void givenTurnsThatComeOneByOneFromManyThreads_noneIsLeftBehind() {
    int turns = 20;
    List<PersonRef> people = IntStream.range(0, 12).mapToObj(i -> person("p" + i)).toList();
    try (BackgroundLearning learning = started(BackgroundConfig.DEFAULT)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (PersonRef who : people) {
          threads.execute(
              () ->
                  Tale.turns(who.user().value(), turns)
                      .forEach(turn -> say(learning, who, List.of(turn))));
        }
      }

      people.forEach(who -> assertRead(who, Tale.turns(who.user().value(), turns - 1)));
    }
    assertThat(model.overlaps).hasValue(0);
    assertThat(model.repeated()).isZero();
  }
}
