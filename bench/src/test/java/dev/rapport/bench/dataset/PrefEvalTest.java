package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Message;
import dev.rapport.data.DatasetException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefEvalTest {
  private static final DatasetOptions BARE = DatasetOptions.DEFAULT.withFillerTurns(0);

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    Published.prefEval(folder);
  }

  private Dataset open(DatasetOptions options) {
    return Datasets.open("prefeval:" + folder, options);
  }

  @Test
  void givenTheExplicitForm_thePreferenceIsSaidOutrightAndTheFirstOptionIsRight() {
    Dataset dataset = open(BARE);
    Question question = dataset.questions().getFirst();

    assertThat(question.id()).isEqualTo("food/0");
    assertThat(question.asked().query().text()).isEqualTo("What should we eat on Friday?");
    assertThat(question.asked().options()).startsWith("Lentils.").hasSize(4);
    assertThat(question.gold().option()).isZero();
    assertThat(question.gold().preference()).isEqualTo("I never eat fish.");
    assertThat(question.gold().evidence()).containsExactly("I never eat fish.");
    assertThat(question.labels().get(Labels.TOPIC)).isEqualTo("food");
    assertThat(Published.texts(dataset, "food/0")).containsExactly("I never eat fish.");
  }

  @Test
  void givenTheChoiceForm_theSelectionIsTheEvidence() {
    Dataset dataset = open(BARE.withForm("choice"));

    assertThat(Published.texts(dataset, "food/0"))
        .containsExactly(
            "Where shall we go?", "1. Fish inn 2. Bean bar", "The bean bar.", "Booked.");
    assertThat(dataset.questions().getFirst().gold().evidence()).containsExactly("The bean bar.");
  }

  @Test
  void givenThePersonaForm_theTurnThatTellsIsTheEvidence() {
    Dataset dataset = open(BARE.withForm("persona"));

    assertThat(Published.texts(dataset, "food/0")).hasSize(4).startsWith("A poem on the sea?");
    assertThat(dataset.questions().getFirst().gold().evidence())
        .containsExactly("Nice! By the way, I never eat fish.");
  }

  @Test
  void givenFillerTurns_theyFollowInThePublishedOrderAndAreCutWherePublishedOnesAre() {
    List<String> texts = Published.texts(open(BARE.withFillerTurns(2)), "food/0");
    List<String> all = Published.texts(open(BARE.withFillerTurns(3)), "food/0");

    assertThat(texts)
        .containsExactly("I never eat fish.", "Sort a list?", "Use sort.", "Thanks.", "Sure.");
    assertThat(all).hasSize(7).endsWith("What is lava?", "Rock.");
  }

  @Test
  void givenFillers_noConversationIsNamedForWhatItHolds() {
    try (var messages = open(BARE.withFillerTurns(3)).history("food/0").messages()) {
      assertThat(messages.map(Message::conversation).distinct())
          .containsExactly("conversation 1", "conversation 2", "conversation 3");
    }
  }

  @Test
  void givenASeed_theSameFillersComeEachTime() {
    DatasetOptions mixed = BARE.withFillerTurns(3).withSeed(7);

    assertThat(Published.texts(open(mixed), "food/0"))
        .isEqualTo(Published.texts(open(mixed), "food/0"))
        .hasSize(7);
  }

  @Test
  void givenMoreFillersThanThereAre_theMessageTellsHowMany() {
    assertThatThrownBy(() -> open(BARE.withFillerTurns(4)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("filtered_inter_turns.json")
        .hasMessageContaining("3 turns");
  }

  @Test
  void givenOptionsOfAnotherQuestion_theMessageNamesThePlace() {
    Published.file(
        folder,
        "mcq_options/food.json",
        "[{\"question\":\"Else?\",\"classification_task_options\":[\"a\",\"b\"]}]");

    assertThatThrownBy(() -> open(BARE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("mcq_options")
        .hasMessageContaining("/0/question");
  }

  @Test
  void givenAQuestionCopiedWithOtherSpacesAndSigns_itIsTheSameQuestion() {
    Published.file(
        folder,
        "mcq_options/food.json",
        """
        [{"question":"what should we eat on  Friday",
          "classification_task_options":["a","b"]}]
        """);

    assertThat(open(BARE).questions().getFirst().asked().query().text())
        .isEqualTo("What should we eat on Friday?");
  }

  @Test
  void givenAFormThatIsNone_theMessageListsThem() {
    assertThatThrownBy(() -> open(BARE.withForm("sung")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sung")
        .hasMessageContaining("[explicit, choice, persona]");
  }
}
