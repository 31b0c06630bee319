package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only annotators wrote reaches no history, in words or in names. */
class GoldStaysOutTest {
  private static final DatasetOptions PLAIN = DatasetOptions.DEFAULT.withFillerTurns(2);

  @TempDir private Path folder;

  /** A data set, and how to write its files. */
  record Case(String name, java.util.function.UnaryOperator<Path> writing, DatasetOptions options) {
    @Override
    public String toString() {
      return name + " " + options.form();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("prefeval", Published::prefEval, PLAIN),
        new Case("prefeval", Published::prefEval, PLAIN.withForm("choice")),
        new Case("prefeval", Published::prefEval, PLAIN.withForm("persona")),
        new Case("locomo", Published::locomo, PLAIN),
        new Case("longmemeval", Published::longMemEval, PLAIN),
        new Case("personamem-v1", Published::personaMemV1, PLAIN),
        new Case("personamem-v2", Published::personaMemV2, PLAIN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givenAnnotatedFiles_historiesHoldNothingOfIt(Case data) {
    Dataset dataset =
        Datasets.open(data.name() + ":" + data.writing().apply(folder), data.options());

    assertThat(dataset.questions()).isNotEmpty();
    for (Question question : dataset.questions()) {
      List<Message> messages = new ArrayList<>();
      try (Stream<Message> stream = dataset.history(question.history()).messages()) {
        stream.forEach(messages::add);
      }
      assertThat(messages)
          .allSatisfy(
              message -> {
                assertThat(message.text()).doesNotContain("GOLD");
                assertThat(message.conversation()).doesNotContain("GOLD").doesNotContain("answer");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givenEvidence_everyPieceIsAMessageOfTheHistory(Case data) {
    Dataset dataset =
        Datasets.open(data.name() + ":" + data.writing().apply(folder), data.options());

    for (Question question : dataset.questions()) {
      assertThat(Published.texts(dataset, question.history()))
          .containsAll(question.gold().evidence());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givenWhatIsAsked_itHoldsNothingOfTheGold(Case data) {
    Dataset dataset =
        Datasets.open(data.name() + ":" + data.writing().apply(folder), data.options());

    for (Question question : dataset.questions()) {
      assertThat(question.asked().query().text()).doesNotContain("GOLD");
      assertThat(question.asked().options()).noneMatch(option -> option.contains("GOLD"));
    }
  }

  @Test
  void fromAHistory_noGoldCanBeReached() {
    assertThat(Arrays.stream(History.class.getDeclaredMethods()).map(method -> method.getName()))
        .containsExactlyInAnyOrder("id", "messages");
    assertThat(Arrays.stream(Asked.class.getRecordComponents()).map(part -> part.getName()))
        .containsExactly("query", "options");
  }
}
