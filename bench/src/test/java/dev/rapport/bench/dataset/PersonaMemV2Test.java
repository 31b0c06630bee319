package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaMemV2Test {
  private static final String HISTORY = "data/chat_history_32k/chat_history_1_persona4.json";

  @TempDir private Path folder;

  private Dataset open(DatasetOptions options) {
    return Datasets.open("personamem-v2:" + folder, options);
  }

  private Dataset open() {
    Published.personaMemV2(folder);
    return open(DatasetOptions.DEFAULT);
  }

  @Test
  void givenARow_theRightAnswerIsTheFirstOptionAndRepeatsAreDropped() {
    Question question = open().questions().getFirst();

    assertThat(question.id()).isEqualTo("benchmark/0");
    assertThat(question.person()).isEqualTo("4");
    assertThat(question.asked().query().text()).isEqualTo("What's good\nfor dinner?");
    assertThat(question.asked().options()).containsExactly("Lentils, then.", "Trout.", "Sushi.");
    assertThat(question.gold().option()).isZero();
    assertThat(question.gold().protocol()).isEqualTo(Gold.Protocol.POSITIVE);
    assertThat(question.gold().evidence()).containsExactly("Mail Bo: no fish for me.");
  }

  @Test
  void givenARow_itsLabelsAreItsColumns() {
    Labels labels = open().questions().getFirst().labels();

    assertThat(labels.get(Labels.TYPE)).isEqualTo("stereotypical_pref");
    assertThat(labels.get(Labels.UPDATED)).isEqualTo("false");
    assertThat(labels.get(Labels.WHO)).isEqualTo("self");
    assertThat(labels.get(Labels.PRIVATE)).isEqualTo("false");
    assertThat(labels.get(Labels.SCENARIO)).isEqualTo("personal_email");
    assertThat(labels.get(Labels.TOPIC)).isEqualTo("Cooking");
    assertThat(labels.get(Labels.DISTANCE)).isEqualTo("1200");
    assertThat(labels.get(Labels.SIZE)).isEqualTo("32k");
  }

  @Test
  void givenForgottenOthersAndPrivate_theAnswerMustNotUseThem() {
    List<Question> questions = open().questions();

    assertThat(questions.subList(1, 4))
        .extracting(question -> question.gold().protocol())
        .containsOnly(Gold.Protocol.NEGATIVE);
    assertThat(questions.get(1).gold().preference()).isEqualTo("GOLD Loves opera");
    assertThat(questions.get(1).gold().previous()).isEqualTo("GOLD Loves opera");
    assertThat(questions.get(2).asked().options()).contains("It's trout.", "Eel");
    assertThat(questions.get(3).gold().preference()).isEqualTo("Mail Bo: no fish for me.");
    assertThat(questions.get(3).labels().get(Labels.TYPE)).isEqualTo("sensitive_info");
  }

  @Test
  void givenRowsThatCannotBeAsked_theyAreLeftOutAndNoted() {
    Dataset dataset = open();
    Path table = folder.resolve("benchmark/text/benchmark.csv");

    assertThat(dataset.questions())
        .extracting(Question::id)
        .containsExactly("benchmark/0", "benchmark/1", "benchmark/2", "benchmark/3", "benchmark/5");
    assertThat(dataset.notes())
        .containsExactly(
            "1 row with a blank query is left out, the first %s, row 5 (line 14).".formatted(table),
            "1 row without a 32k history is left out, the first %s, row 7 (line 20)."
                .formatted(table));
    assertThat(dataset.questions().getLast().asked().options()).isEmpty();
    assertThat(dataset.questions().getLast().gold().option()).isEqualTo(Gold.NO_OPTION);
  }

  @Test
  void givenRowsWithoutARightAnswer_theyAreNoQuestionsEither() {
    Published.personaMemV2(
        folder,
        Published.row("correct_answer", ""),
        Published.row(),
        Published.row("correct_answer", "nan"));

    Dataset dataset = open(DatasetOptions.DEFAULT);

    assertThat(dataset.questions()).extracting(Question::id).containsExactly("benchmark/1");
    assertThat(dataset.notes())
        .singleElement()
        .asString()
        .startsWith("2 rows with a blank right answer are left out, the first ")
        .endsWith("benchmark.csv, row 1 (line 2).");
  }

  @Test
  void givenAHistory_thePersonaIsDroppedAndOfImagesTheTextIsKept() {
    Dataset dataset = open();

    assertThat(Published.texts(dataset, HISTORY))
        .containsExactly(
            "Mail Bo: no fish for me.", "Dear Bo", "Look", "Forget that I like opera.");
  }

  @Test
  void whenThePersonaIsWanted_itStandsAtTheHead() {
    Published.personaMemV2(folder);
    Dataset dataset = open(DatasetOptions.DEFAULT.withPersonaInContext(true));
    try (Stream<Message> messages = dataset.history(HISTORY).messages()) {
      Message first = messages.toList().getFirst();

      assertThat(first.text()).startsWith("GOLD You talk to Ana");
      assertThat(first.role()).isEqualTo(Role.USER);
    }
  }

  @Test
  void givenEverythingBelowData_itIsFoundThere() throws IOException {
    Published.personaMemV2(folder);
    Files.createDirectories(folder.resolve("data/benchmark/text"));
    Files.move(
        folder.resolve("benchmark/text/benchmark.csv"),
        folder.resolve("data/benchmark/text/benchmark.csv"));

    assertThat(open(DatasetOptions.DEFAULT).questions()).hasSize(5);
    assertThat(Datasets.open("personamem-v2:" + folder.resolve("data"), DatasetOptions.DEFAULT))
        .satisfies(dataset -> assertThat(Published.texts(dataset, HISTORY)).hasSize(4));
  }

  @Test
  void givenTwins_theyShareTheirOptionsAndDifferInTheRightOne() {
    Published.twins(folder);
    List<Question> twins = open(DatasetOptions.DEFAULT.withSplit("twins")).questions();

    assertThat(twins).extracting(Question::twins).containsOnly("p4/q1");
    assertThat(twins).extracting(Question::id).containsExactly("twins/0", "twins/1");
    assertThat(twins.get(0).asked()).isEqualTo(twins.get(1).asked());
    assertThat(twins).extracting(twin -> twin.gold().option()).containsExactly(0, 1);
    assertThat(twins.getLast().gold().answer()).isEqualTo("Trout.");
    assertThat(twins.getLast().labels().get("split")).isEqualTo("benchmark");
  }

  @Test
  void givenTwinsWithoutTheRightOption_theMessageNamesTheRow() throws IOException {
    Path table = Published.twins(folder).resolve("benchmark/text/twins.csv");
    Files.writeString(table, Files.readString(table).replace("[\"\"Lentils", "[\"\"Beans"));

    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSplit("twins")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("twin_options");
  }

  @Test
  void givenAMissingHistory_theCheckNamesItAndTheRestIsRead() throws IOException {
    Published.personaMemV2(folder);
    Files.delete(folder.resolve(HISTORY));
    DatasetCheck check = Datasets.check("personamem-v2:" + folder);

    assertThat(check.isUsable()).isFalse();
    assertThat(check.parts()).hasSize(1);
    assertThat(check.parts().getFirst().questions()).isEqualTo(5);
    assertThat(check.parts().getFirst().problems())
        .singleElement()
        .asString()
        .contains("chat_history_1_persona4.json");
  }

  @Test
  void givenAnUnknownSplitOrAMissingTable_theMessageSaysSo() {
    Published.personaMemV2(folder);

    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSplit("test")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[benchmark, train, val, twins]");
    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSplit("val")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("val.csv");
    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSize("64k")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64k");
  }

  @Test
  void givenTheSameBytes_theVersionIsTheSameAndChangesWithAHistory() throws IOException {
    String before = open().version();

    assertThat(open().version()).isEqualTo(before);
    Files.writeString(
        folder.resolve(HISTORY), Files.readString(folder.resolve(HISTORY)).replace("Bo", "Cy"));
    assertThat(open(DatasetOptions.DEFAULT).version()).isNotEqualTo(before);
  }
}
