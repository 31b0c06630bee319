package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.privacy.PrivacyGates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageAnswererTest {
  private static final PageAnswerer ANSWERER =
      PageAnswerer.using(BgeSmall.lazy(), PrivacyGates.standard());
  private static final Query EVENING = new Query("What shall I do on Friday evening?");
  private static final List<String> EVENINGS =
      List.of(
          "A jazz concert in the cellar by the river, standing close to the trumpet.",
          "A pottery class, with clay up to the elbows and a quiet teacher.",
          "A table at the noisy steakhouse with the whole team.",
          "A long swim in the outdoor pool, then the sauna.");
  private static final String JAZZ = "I never miss a night when a saxophone plays at the jazz club";

  @Test
  void givenAnEmptyPage_whenChoosing_thenNoPreferenceIsInvented() {
    Choice.Chosen choice = choose(EVENINGS, List.of());

    assertThat(choice.confidence()).isCloseTo(0.25, within(1e-9));
    assertThat(choice.lines()).isEmpty();
    assertThat(choice.text()).contains("guess");
  }

  @Test
  void givenALineThatSpeaks_whenChoosing_thenItsOptionIsTakenAndTheLineNamed() {
    Choice.Chosen choice =
        choose(
            EVENINGS, List.of(own(1, "My sister's train leaves from platform nine"), own(2, JAZZ)));

    assertThat(choice.option()).isZero();
    assertThat(choice.lines()).startsWith(LineId.of(2));
    assertThat(choice.confidence()).isGreaterThan(0.25);
    assertThat(choice.text()).contains(JAZZ);
  }

  @Test
  void givenALineAboutSomebodyElse_whenChoosing_thenTheirOptionIsNotTaken() {
    Choice.Chosen choice = choose(EVENINGS, List.of(line(1, JAZZ, Owner.other("brother"))));

    assertThat(choice.option()).isNotZero();
    assertThat(choice.lines()).isEmpty();
  }

  @Test
  void givenAnOptionWithPrivateData_whenChoosing_thenItIsNotTaken() {
    List<String> options =
        List.of(
            "Write that you pay from the account DE89 3704 0044 0532 0130 00.",
            "Write that you pay from the account they know.");

    assertThat(choose(options, List.of()).option()).isEqualTo(1);
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L, 4L, 5L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenPermutedOptions_whenChoosing_thenTheSameTextIsTaken(long seed) {
    List<String> shuffled = new ArrayList<>(EVENINGS);
    Collections.shuffle(shuffled, new Random(seed));
    for (List<Line> page : List.of(List.<Line>of(), List.of(own(1, JAZZ)))) {
      Choice.Chosen straight = choose(EVENINGS, page);
      Choice.Chosen permuted = choose(shuffled, page);

      assertThat(shuffled.get(permuted.option())).isEqualTo(EVENINGS.get(straight.option()));
      assertThat(permuted.confidence()).isCloseTo(straight.confidence(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenOptionsOfAnyNumber_whenChoosing_thenConfidenceIsAProbability(long seed) {
    int count = 2 + (int) (seed * 24 / 5);
    List<String> options =
        IntStream.range(0, count).mapToObj(i -> "Take train number %d.".formatted(i)).toList();
    Choice.Chosen choice = choose(options, List.of(own(1, JAZZ)));

    assertThat(choice.option()).isBetween(0, count - 1);
    assertThat(choice.confidence()).isBetween(1.0 / count - 1e-9, 1.0);
  }

  @Test
  void givenOddTexts_whenChoosing_thenAnAnswerAllTheSame() {
    Choice.Chosen choice =
        choose(List.of("!!!", "你好", "x".repeat(5000)), List.of(own(1, "…"), own(2, "?")));

    assertThat(choice.confidence()).isBetween(0.0, 1.0);
  }

  @Test
  void givenManyIdleLines_whenChoosing_thenTheLineThatSpeaksIsStillHeard() {
    List<Line> page = new ArrayList<>();
    page.add(own(1, JAZZ));
    for (int i = 2; i <= 30; i++) {
      page.add(own(i, "Invoice number %d is paid in full".formatted(i)));
    }

    assertThat(choose(EVENINGS, page).option()).isZero();
  }

  @Test
  void givenSeveralThreads_whenChoosing_thenAllChooseTheSame() throws Exception {
    Choice.Chosen expected = choose(EVENINGS, List.of(own(1, JAZZ)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Choice.Chosen>> choices = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        choices.add(threads.submit(() -> choose(EVENINGS, List.of(own(1, JAZZ)))));
      }
      for (Future<Choice.Chosen> choice : choices) {
        assertThat(choice.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void givenAnOpenQuestion_whenReplying_thenTheNearLinesAndNoClaimToHaveWritten() {
    Reply reply =
        ANSWERER.reply(
            new Query("Which music do I like?"),
            recall(List.of(own(1, "The tax office wants the form by May"), own(2, JAZZ))));

    assertThat(reply.lines()).startsWith(LineId.of(2));
    assertThat(reply.text()).contains(JAZZ).contains("looked up, not written");
  }

  @Test
  void givenAnOpenQuestionAndOthersTaste_whenReplying_thenItSaysWhose() {
    Reply reply =
        ANSWERER.reply(
            new Query("Who likes jazz?"), recall(List.of(line(1, JAZZ, Owner.other("brother")))));

    assertThat(reply.text()).contains("(about brother)");
  }

  @Test
  void givenAnEmptyPage_whenReplying_thenItSaysThatNothingIsKnown() {
    Reply reply = ANSWERER.reply(EVENING, Recall.NOTHING);

    assertThat(reply.lines()).isEmpty();
    assertThat(reply.text()).contains("Nothing on the page");
  }

  private static Choice.Chosen choose(List<String> options, List<Line> page) {
    return (Choice.Chosen) ANSWERER.choose(EVENING, new Options(options), recall(page));
  }

  private static Recall recall(List<Line> lines) {
    return new Recall("", lines, 0);
  }

  private static Line own(int id, String text) {
    return line(id, text, Owner.self());
  }

  private static Line line(int id, String text, Owner owner) {
    return new Line(
        LineId.of(id),
        "Leisure",
        text,
        owner,
        Basis.INFERRED,
        Kind.PREFERENCE,
        Sensitivity.ORDINARY,
        Instant.EPOCH,
        List.of(),
        Author.MODEL,
        false);
  }
}
