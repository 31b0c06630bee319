package dev.rapport.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.judge.Judges;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.memory.Query;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
  private static final SmallSet SET = SmallSet.of(5, 3);

  @TempDir Path folder;

  private Bench bench(String name) {
    return new Bench(folder.resolve(name));
  }

  private static FakeModel sensible() {
    return new FakeModel(FakeModel::sensible);
  }

  @Test
  void whenRun_everyPageIsWrittenOnce_andEveryQuestionAskedOnce() {
    FakeModel model = sensible();
    RunResult result = bench("a").run(SET, Mode.BOTH, model);

    assertThat(result.finished()).isTrue();
    assertThat(result.verdicts()).containsExactly(java.util.Map.entry(Verdict.CORRECT, 30L));
    assertThat(model.asked.stream().filter(prompt -> prompt.startsWith("note"))).hasSize(5);
    assertThat(model.asked.stream().filter(prompt -> prompt.startsWith("answer"))).hasSize(30);
    assertThat(model.asked.stream().filter(prompt -> prompt.contains("verdict"))).hasSize(45);
  }

  @Test
  void givenAnyNumberOfThreads_theBytesAreTheSame() {
    Bench one = bench("one");
    one.parallel = 1;
    Bench many = bench("many");
    many.parallel = 64;
    one.run(SET, Mode.BOTH, sensible());
    many.run(SET, Mode.BOTH, sensible());
    assertThat(many.bytes()).isEqualTo(one.bytes());
  }

  @Test
  void givenAFinishedRun_whenRunAgain_noModelIsCalled_andNothingChanges() {
    Bench bench = bench("a");
    bench.run(SET, Mode.BOTH, sensible());
    String before = bench.bytes();
    FakeModel silent = sensible();
    bench.run(SET, Mode.BOTH, silent);
    assertThat(silent.asked).isEmpty();
    assertThat(bench.bytes()).isEqualTo(before);
  }

  @Test
  void givenStagesRedone_theirRepliesComeFromTheJournal() throws IOException {
    Bench bench = bench("a");
    bench.run(SET, Mode.OPEN, sensible());
    String before = bench.bytes();
    FakeModel silent = sensible();
    RunSession.open(bench.folder, Bench.spec(Mode.OPEN), folder, Stage.ANSWERS).close();
    assertThat(bench.folder.resolve(RunFolder.ANSWERS)).doesNotExist();
    assertThat(bench.folder.resolve(RunFolder.PAGES)).exists();
    bench.run(SET, Mode.OPEN, silent);
    assertThat(silent.asked).isEmpty();
    assertThat(bench.bytes()).isEqualTo(before);
  }

  @Test
  void givenAModelThatDiesAtEveryCall_whenResumed_theEndIsTheSame_andNothingIsPaidTwice() {
    Bench smooth = bench("smooth");
    smooth.run(SET, Mode.BOTH, sensible());
    Bench bumpy = bench("bumpy");
    List<String> answered = new ArrayList<>();
    for (int session = 0; session < 200; session++) {
      AtomicInteger left = new AtomicInteger(session % 3);
      FakeModel model =
          new FakeModel(
              prompt -> {
                if (left.getAndDecrement() <= 0) {
                  throw new IllegalStateException("killed");
                }
                synchronized (answered) {
                  answered.add(prompt);
                }
                return FakeModel.sensible(prompt);
              });
      try {
        bumpy.run(SET, Mode.BOTH, model);
        break;
      } catch (IllegalStateException killed) {
        assertThat(killed).hasMessage("killed");
      }
    }
    assertThat(withoutCosts(bumpy.bytes())).isEqualTo(withoutCosts(smooth.bytes()));
    assertThat(answered).hasSize(5 + 30 + 45);
  }

  /** A broken attempt is in the ledger, so records may cost more than without it. */
  private static String withoutCosts(String bytes) {
    return bytes.replaceAll("\"spent\":\\{[^}]*}", "");
  }

  @Test
  void givenGold_itIsInNoRequestToWriterOrAnswerer() {
    FakeModel model = sensible();
    bench("a").run(SET, Mode.BOTH, model);
    assertThat(model.asked)
        .filteredOn(prompt -> !prompt.contains("verdict"))
        .isNotEmpty()
        .noneMatch(prompt -> prompt.contains("GOLD"))
        .noneMatch(prompt -> prompt.contains("p0-q0"))
        .noneMatch(prompt -> prompt.startsWith("note") && prompt.contains("Snack"));
    assertThat(model.asked)
        .as("options in the data set's order would give the right one away")
        .anyMatch(prompt -> prompt.contains("soup\nbread") || prompt.contains("nuts\nbread"));
  }

  @Test
  void givenMaxCalls_stopsThere_exactly_andResumes() {
    Bench bench = bench("a");
    List<String> asked = new ArrayList<>();
    for (int most = 0; most <= 80; most += 16) {
      bench.limits = new Limits(most, Limits.ANY_MONEY);
      FakeModel model = sensible();
      RunResult result = bench.run(SET, Mode.BOTH, model);
      asked.addAll(model.asked);
      assertThat(asked).hasSize(most);
      assertThat(result.spent().calls()).isEqualTo(most);
      assertThat(result.finished()).isEqualTo(most >= 80);
    }
    Bench whole = bench("b");
    whole.run(SET, Mode.BOTH, sensible());
    assertThat(bench.bytes()).isEqualTo(whole.bytes());
  }

  @Test
  void givenMaxMoney_neverSpendsMore() {
    Bench bench = bench("a");
    bench.parallel = 8;
    // A call costs (100 + 10 * 10) / 1e6 dollars.
    bench.limits = new Limits(Long.MAX_VALUE, new BigDecimal("0.0021"));
    RunResult result = bench.run(SET, Mode.BOTH, sensible());
    assertThat(result.finished()).isFalse();
    assertThat(result.spent().usd()).isEqualByComparingTo("0.002");
  }

  @Test
  void givenAPageThatCannotBeWritten_itsQuestionsAreUnanswered_neverWrong() {
    FakeModel model =
        new FakeModel(
            prompt -> {
              if (prompt.startsWith("note") && prompt.contains("fruit2")) {
                throw new ModelException(Kind.UNAVAILABLE, "no reply for chunk");
              }
              return FakeModel.sensible(prompt);
            });
    Bench bench = bench("a");
    RunResult result = bench.run(SET, Mode.CHOICE, model);
    assertThat(result.verdicts())
        .containsEntry(Verdict.UNANSWERED, 3L)
        .containsEntry(Verdict.CORRECT, 12L)
        .doesNotContainKey(Verdict.WRONG);
    assertThat(result.judged()).isEqualTo(12);
    try (Stream<AnswerRecord> answers = RunFolder.at(bench.folder).answers()) {
      assertThat(answers)
          .filteredOn(answer -> answer.outcome() == Outcome.UNANSWERED)
          .allSatisfy(
              answer ->
                  assertThat(answer.cause())
                      .contains("page could not be written", "UNAVAILABLE", "no reply for chunk"));
    }
  }

  @Test
  void givenRepliesThatNameNoOption_theyAreUnparsed_andHaveNoScore() {
    RunResult result = bench("a").run(SET, Mode.CHOICE, new FakeModel(prompt -> "Hm."));
    assertThat(result.verdicts()).containsExactly(java.util.Map.entry(Verdict.UNPARSED, 15L));
    assertThat(result.judged()).isZero();
  }

  @Test
  void givenFailures_whenRetried_onlyTheyAreDoneAgain() {
    FakeModel broken =
        new FakeModel(
            prompt -> {
              if (prompt.startsWith("answer") && prompt.contains("Snack 1")) {
                throw new ModelException(Kind.REJECTED, "no");
              }
              return FakeModel.sensible(prompt);
            });
    Bench bench = bench("a");
    assertThat(bench.run(SET, Mode.CHOICE, broken).verdicts())
        .containsEntry(Verdict.UNANSWERED, 5L);
    FakeModel mended = sensible();
    try (RunSession session =
        RunSession.open(bench.folder, Bench.spec(Mode.CHOICE), folder, null)) {
      Run run = Run.of(session, SET, bench.parts(mended), 4, RunListener.SILENT);
      assertThat(run.dropFailed()).isEqualTo(10);
      assertThat(run.finish().verdicts())
          .containsExactly(java.util.Map.entry(Verdict.CORRECT, 15L));
    }
    assertThat(mended.asked).hasSize(5);
  }

  @Test
  void givenAWrongSetUp_whenNothingWasEverAnswered_theRunStopsAndTells() {
    FakeModel model =
        new FakeModel(
            prompt -> {
              throw new ModelException(Kind.MISCONFIGURED, "401 bad key");
            });
    Bench bench = bench("a");
    assertThatThrownBy(() -> bench.run(SET, Mode.CHOICE, model))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll("401 bad key", "WRITE", "resume");
    assertThat(bench.run(SET, Mode.CHOICE, sensible()).finished()).isTrue();
  }

  @Test
  void givenAnotherSpec_isRefused_namingWhatDiffers() {
    Bench bench = bench("a");
    bench.run(SET, Mode.CHOICE, sensible());
    RunSpec spec = Bench.spec(Mode.CHOICE);
    RunSpec other =
        new RunSpec(
            spec.dataset(),
            spec.version(),
            "page",
            spec.variant(),
            spec.mode(),
            spec.settings(),
            new LinkedHashMap<>(java.util.Map.of("answer", "better")),
            spec.prompts(),
            7,
            spec.recallTokens(),
            2);
    assertThatThrownBy(() -> bench.run(SET, other, sensible()))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll(
            "strategy: \"notes\" became \"page\"",
            "answer model: \"fake\" became \"better\"",
            "seed: \"1\" became \"7\"",
            "limit: \"0\" became \"2\"");
  }

  @Test
  void givenAnotherAnswerModel_whenRedoneFromAnswers_isTaken() {
    Bench bench = bench("a");
    bench.run(SET, Mode.CHOICE, sensible());
    RunSpec spec = Bench.spec(Mode.CHOICE);
    RunSpec other =
        new RunSpec(
            spec.dataset(),
            spec.version(),
            spec.strategy(),
            spec.variant(),
            spec.mode(),
            spec.settings(),
            new LinkedHashMap<>(java.util.Map.of("answer", "better")),
            spec.prompts(),
            spec.seed(),
            spec.recallTokens(),
            spec.limit());
    RunSession.open(bench.folder, other, folder, Stage.ANSWERS).close();
    FakeModel model = sensible();
    bench.run(SET, other, model);
    assertThat(model.asked).hasSize(15).noneMatch(prompt -> prompt.startsWith("note"));
  }

  @Test
  void givenARunUnderWay_asSecondOneIsRefused() {
    try (RunSession first = RunSession.open(folder, Bench.spec(Mode.CHOICE), folder, null)) {
      assertThat(first.folder()).isEqualTo(folder);
      assertThatThrownBy(() -> RunSession.open(folder, Bench.spec(Mode.CHOICE), folder, null))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void givenAnEmptyHistory_questionsAreAskedAllTheSame() {
    SmallSet set = SmallSet.of(1, 2);
    set.histories().put("h0", List.of());
    FakeModel model = sensible();
    Bench bench = bench("a");
    RunResult result = bench.run(set, Mode.CHOICE, model);
    assertThat(result.finished()).isTrue();
    assertThat(model.asked).hasSize(2);
  }

  @Test
  void givenOptionsThatCannotBeShown_theQuestionIsUnanswered() {
    SmallSet set = SmallSet.of(1, 1);
    Question good = set.questions().getFirst();
    set.questions()
        .add(
            new Question(
                "twice",
                good.person(),
                good.history(),
                "",
                new Asked(new Query("Which?"), List.of("same", "same")),
                good.gold(),
                good.labels()));
    Bench bench = bench("a");
    bench.run(set, Mode.CHOICE, sensible());
    try (Stream<AnswerRecord> answers = RunFolder.at(bench.folder).answers()) {
      assertThat(answers.toList().getLast())
          .satisfies(
              answer -> assertThat(answer.outcome()).isEqualTo(Outcome.UNANSWERED),
              answer -> assertThat(answer.cause()).contains("the same"));
    }
  }

  @Test
  void givenNoJudge_openAnswersAreUnjudged() {
    Bench bench = bench("a");
    bench.judges = Judges.none();
    RunResult result = bench.run(SET, Mode.OPEN, sensible());
    assertThat(result.verdicts()).containsExactly(java.util.Map.entry(Verdict.UNJUDGED, 15L));
    try (Stream<VerdictRecord> verdicts = RunFolder.at(bench.folder).verdicts()) {
      assertThat(verdicts).allMatch(verdict -> verdict.why().equals("no judge model"));
    }
  }

  @Test
  void givenAPageForEachQuestion_eachIsWrittenWithItsQuestionInSight() {
    Bench bench = bench("a");
    List<String> seen = new ArrayList<>();
    bench.memory =
        new Remembering.PerQuestion<>(
            asked -> {
              synchronized (seen) {
                seen.add(asked.query().text());
              }
              return new NotesMemory();
            },
            NotesMemory.CODEC);
    FakeModel model = sensible();
    bench.run(SET, Mode.CHOICE, model);
    assertThat(model.asked.stream().filter(prompt -> prompt.startsWith("note"))).hasSize(15);
    assertThat(new LinkedHashSet<>(seen))
        .containsExactlyInAnyOrder("Snack 0?", "Snack 1?", "Snack 2?");
    try (Stream<PageRecord> pages = RunFolder.at(bench.folder).pages()) {
      assertThat(pages.map(PageRecord::history).toList()).hasSize(15).startsWith("p0-q0", "p0-q1");
    }
  }

  @Test
  void whenListened_everyRecordIsHeard() {
    List<String> heard = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void onRecord(Stage stage, int done, int total) {
            heard.add(stage.label() + " " + done + "/" + total);
          }
        };
    Bench bench = bench("a");
    try (RunSession session =
        RunSession.open(bench.folder, Bench.spec(Mode.CHOICE), folder, null)) {
      Run.of(session, SET, bench.parts(sensible()), 4, listener).finish();
    }
    assertThat(heard).contains("pages 5/5", "answers 15/15", "verdicts 15/15").hasSize(35);
    assertThat(Files.exists(bench.folder.resolve(RunFolder.SPEC))).isTrue();
  }
}
