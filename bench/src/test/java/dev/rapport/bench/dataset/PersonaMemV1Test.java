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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonaMemV1Test {
  @TempDir private Path folder;

  @BeforeEach
  void write() {
    Published.personaMemV1(folder);
  }

  private Dataset open(DatasetOptions options) {
    return Datasets.open("personamem-v1:" + folder, options);
  }

  @Test
  void givenRows_optionsLoseTheirLabelsAndTheLetterNamesTheRightOne() {
    Question question = open(DatasetOptions.DEFAULT).questions().getFirst();

    assertThat(question.id()).isEqualTo("q1");
    assertThat(question.person()).isEqualTo("7");
    assertThat(question.asked().query().text()).isEqualTo("Where, then?");
    assertThat(question.asked().options()).containsExactly("Go 'up'.", "I can't.", "Café…");
    assertThat(question.gold().option()).isEqualTo(2);
    assertThat(question.gold().answer()).isEqualTo("Café…");
    assertThat(question.labels().get(Labels.CATEGORY)).isEqualTo("recall_user_shared_facts");
    assertThat(question.labels().get(Labels.SIZE)).isEqualTo("32k");
  }

  @Test
  void givenEnds_aHistoryStopsBeforeThem() {
    Dataset dataset = open(DatasetOptions.DEFAULT);

    assertThat(Published.texts(dataset, "ctx1@3")).containsExactly("User: Hé!", "Assistant: Yes.");
    assertThat(Published.texts(dataset, "ctx1@6"))
        .containsExactly("User: Hé!", "Assistant: Yes.", "User: Later.", "Fine.");
    assertThat(Published.texts(dataset, "ctx2@2")).containsExactly("Bo here.");
  }

  @Test
  void givenSystemMessages_eachBeginsAConversation() {
    try (Stream<Message> messages = open(DatasetOptions.DEFAULT).history("ctx1@6").messages()) {
      assertThat(messages.map(Message::conversation))
          .containsExactly("conversation 1", "conversation 1", "conversation 2", "conversation 2");
    }
  }

  @Test
  void whenThePersonaIsWanted_itStandsAtTheHead() {
    Dataset dataset = open(DatasetOptions.DEFAULT.withPersonaInContext(true));
    try (Stream<Message> messages = dataset.history("ctx2@2").messages()) {
      List<Message> all = messages.toList();

      assertThat(all.getFirst().text()).isEqualTo("GOLD persona Bo");
      assertThat(all).extracting(Message::role).containsOnly(Role.USER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ctx2;2, ctx2;3, 'is 3, the context has 2 messages'",
    "ctx2;2, ctx9;2, ctx9",
    "';(b);', ';(z);', '(z)'",
    "'[''(a)', '[(a)', not a list of texts",
  })
  void givenARowThatIsWrong_theMessageNamesItAndWhatIsWrong(String right, String wrong, String told)
      throws IOException {
    Path table = folder.resolve("questions_32k.csv");
    String text = Files.readString(table);
    String broken = text.replace(right.replace(';', ','), wrong.replace(';', ','));
    assertThat(broken).isNotEqualTo(text);
    Files.writeString(table, broken);

    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("questions_32k.csv, row ")
        .hasMessageContaining(told);
  }

  @Test
  void givenASizeThatIsNotThere_theMessageNamesTheFile() {
    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSize("1M")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("questions_1M.csv");
    assertThatThrownBy(() -> open(DatasetOptions.DEFAULT.withSize("64k")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64k");
  }
}
