package dev.rapport.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.bench.run.AnswerRecord;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoresTest {
  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyRun_aRecountFromTheRecordsGivesTheSame(long seed) {
    RunRecords run = Records.random(seed, 12, 9, 0.7);
    Scores scores = Scores.of(run);
    ModeScores choice = scores.modes().getFirst();

    List<AnswerRecord> chosen =
        run.answers().stream().filter(a -> a.outcome() == Outcome.CHOSEN).toList();
    long right = chosen.stream().filter(a -> a.option() == 0).count();
    assertThat(choice.accuracy().right()).isEqualTo((int) right);
    assertThat(choice.accuracy().answered().value())
        .isCloseTo((double) right / chosen.size(), within(1e-12));
    assertThat(choice.accuracy().atLeast()).isCloseTo(right / 108.0, within(1e-12));
    assertThat(choice.accuracy().asked()).isEqualTo(108);
    assertThat(choice.chance()).isEqualTo(0.25);
    assertThat(scores.cost().answer().inputTokens())
        .isEqualTo(run.answers().stream().mapToLong(a -> a.spent().inputTokens()).sum());
    assertThat(scores.cost().total().calls()).isEqualTo(12 + 108);
    assertThat(choice.letters().counts().stream().mapToInt(Letters.Count::chosen).sum())
        .isEqualTo(chosen.size());
    for (Breakdown breakdown : choice.breakdowns()) {
      assertThat(breakdown.cells().stream().mapToInt(cell -> cell.accuracy().asked()).sum())
          .as(breakdown.axis())
          .isLessThanOrEqualTo(108);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyRun_theGainIsTheDifferenceOverTheQuestionsScoredBothWays(long seed) {
    Scores scores = Scores.of(Records.random(seed, 12, 9, 0.7));
    Gain gain = scores.modes().getFirst().gain();

    assertThat(gain.helped().value() - gain.harmed().value())
        .isCloseTo(gain.gain().value(), within(1e-12));
    assertThat(gain.isBeyondNoise()).isTrue();
  }

  @Test
  void givenAMemoryThatTellsNothing_theReportSaysThatTheGainIsNoise() {
    RunRecords run = Records.random(3, 12, 9, 0.3);
    Scores scores = Scores.of(run.against(run.answers(), List.of()));

    assertThat(scores.warnings()).anyMatch(warning -> warning.contains("within noise"));
    assertThat(scores.modes().getFirst().gain().gain().value()).isZero();
  }

  @Test
  void givenNoBaseline_theReportSaysWhatIsMissing() {
    RunRecords run = Records.random(3, 12, 9, 0.3).against(List.of(), List.of());

    assertThat(Scores.of(run).warnings()).anyMatch(w -> w.contains("--baseline"));
  }

  @Test
  void givenAnAnswererThatAlwaysSaysTheFirstLetter_theReportSaysSo() {
    RunRecords run = Records.random(5, 12, 9, 0.5);
    List<AnswerRecord> always =
        run.answers().stream()
            .map(
                a ->
                    new AnswerRecord(
                        a.question(),
                        a.mode(),
                        Outcome.CHOSEN,
                        a.order(),
                        a.order().getFirst(),
                        "A",
                        "",
                        -1,
                        a.recalled(),
                        a.recallTokens(),
                        a.spent()))
            .toList();
    RunRecords biased =
        new RunRecords(
            run.spec(), run.questions(), run.pages(), always, List.of(), run.baseline(), List.of());

    assertThat(Scores.of(biased).modes().getFirst().letters().suspicious()).isTrue();
    assertThat(Scores.of(biased).warnings()).anyMatch(w -> w.contains("favours a letter"));
    assertThat(Scores.of(run).modes().getFirst().letters().suspicious()).isFalse();
  }

  @Test
  void givenThePreferenceInOtherForm_itIsFoundOnThePageAndInTheRecall() {
    ModeScores scores = Scores.of(Records.random(1, 3, 9, 0.5)).modes().getFirst();

    assertThat(value(scores, "page-recall")).isEqualTo(1);
    assertThat(value(scores, "recall-of-gold")).isEqualTo(1);
    assertThat(value(scores, "stale-on-page")).isZero();
  }

  @Test
  void givenDistances_theirBinsAreThoseOfTheReferenceAndInOrder() {
    Breakdown distance =
        Scores.of(Records.random(1, 12, 9, 0.5)).modes().getFirst().breakdowns().stream()
            .filter(breakdown -> breakdown.axis().equals("distance"))
            .findFirst()
            .orElseThrow();

    assertThat(distance.cells().stream().map(Breakdown.Cell::value))
        .startsWith("0-1023", "1024-2047")
        .endsWith("7168-8191");
  }

  private static double value(ModeScores scores, String key) {
    return scores.measures().stream()
        .filter(measure -> measure.key().equals(key))
        .findFirst()
        .orElseThrow()
        .estimate()
        .value();
  }

  private static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
