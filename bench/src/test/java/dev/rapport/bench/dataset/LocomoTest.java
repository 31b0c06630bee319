package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocomoTest {
  @TempDir private Path folder;

  private Dataset open() {
    return Datasets.open("locomo:" + Published.locomo(folder), DatasetOptions.DEFAULT);
  }

  @Test
  void givenSessionsInAnyOrder_messagesComeByNumberWithTheirTimes() {
    List<Message> messages;
    try (Stream<Message> stream = open().history("conv-1").messages()) {
      messages = stream.toList();
    }

    assertThat(messages)
        .extracting(Message::text)
        .containsExactly(
            "Ana: Hello Bo!",
            "Bo: Look: [shares a photo: a photo of a boat]",
            "Bo: I sold the boat.",
            "Ana: Bye.");
    assertThat(messages).extracting(Message::role).containsOnly(Role.USER);
    assertThat(messages.get(1).at()).isEqualTo(Instant.parse("2023-05-08T13:56:00Z"));
    assertThat(messages.get(2).at()).isEqualTo(Instant.parse("2023-06-01T00:05:00Z"));
    assertThat(messages.get(3).conversation()).isEqualTo("session 10");
  }

  @Test
  void givenQuestions_categoriesProtocolsAndAnswersAreAsPublished() {
    List<Question> questions = open().questions();

    assertThat(questions)
        .extracting(question -> question.labels().get(Labels.CATEGORY))
        .containsExactly("multi-hop", "temporal", "open-domain", "single-hop", "adversarial");
    assertThat(questions)
        .extracting(question -> question.gold().answer())
        .containsExactly("his boat", "2023", "Likely", "Ana", "");
    assertThat(questions)
        .extracting(question -> question.gold().protocol())
        .containsExactly(
            Gold.Protocol.FACT,
            Gold.Protocol.FACT,
            Gold.Protocol.FACT,
            Gold.Protocol.FACT,
            Gold.Protocol.ABSTAIN);
    assertThat(questions).extracting(Question::id).contains("conv-1/q0", "conv-1/q4");
  }

  @Test
  void givenJoinedAndMistypedEvidence_itIsFoundAndWhatIsNowhereIsPassedOver() {
    List<Question> questions = open().questions();

    assertThat(questions.get(0).gold().evidence())
        .containsExactly("Bo: I sold the boat.", "Bo: Look: [shares a photo: a photo of a boat]");
    assertThat(questions.get(1).gold().evidence()).containsExactly("Ana: Hello Bo!");
    assertThat(questions.get(3).gold().evidence()).isEmpty();
    assertThat(open().notes()).singleElement().asString().contains("conv-1", "[D8:8, D, D9:9]");
  }

  @Test
  void givenABadDateOrCategory_theMessageNamesThePlaceAndTheMend() {
    Path bad =
        Published.file(
            folder,
            "bad.json",
            """
            [{"sample_id":"x","conversation":{"session_1_date_time":"yesterday",
              "session_1":[{"speaker":"A","dia_id":"D1:1","text":"Hi"}]},"qa":[]}]
            """);

    assertThatThrownBy(() -> Datasets.open("locomo:" + bad, DatasetOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("/0/conversation/session_1_date_time")
        .hasMessageContaining("yesterday")
        .hasMessageContaining("1:56 pm on 8 May, 2023");
  }

  @Test
  void givenTheFileItself_itIsOpenedToo() {
    Published.locomo(folder);

    assertThat(
            Datasets.open("locomo:" + folder.resolve("locomo10.json"), DatasetOptions.DEFAULT)
                .questions())
        .hasSize(5);
  }
}
