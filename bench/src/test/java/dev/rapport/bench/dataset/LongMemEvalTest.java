package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Message;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongMemEvalTest {
  @TempDir private Path folder;

  private Dataset open() {
    return Datasets.open("longmemeval:" + Published.longMemEval(folder), DatasetOptions.DEFAULT);
  }

  @Test
  void givenSessionsOutOfOrder_messagesComeByDateUnderNeutralNames() {
    List<Message> messages;
    try (Stream<Message> stream = open().history("q1").messages()) {
      messages = stream.toList();
    }

    assertThat(messages)
        .extracting(Message::text)
        .containsExactly(
            "My first mug is blue – “très” blue.", "I bought a second and a third mug.", "Lovely.");
    assertThat(messages)
        .extracting(Message::conversation)
        .containsExactly("session 1", "session 2", "session 2");
    assertThat(messages.getFirst().at()).isEqualTo(Instant.parse("2023-05-20T02:21:00Z"));
  }

  @Test
  void givenMarkedMessages_theyAreTheEvidence() {
    Question question = open().questions().getFirst();

    assertThat(question.gold().evidence())
        .containsExactly(
            "I bought a second and a third mug.", "My first mug is blue – “très” blue.");
    assertThat(question.gold().answer()).isEqualTo("3");
    assertThat(question.asked().query().text())
        .isEqualTo("How many mugs have I? (Today is 2023/06/01 (Thu) 10:00.)");
    assertThat(question.labels().get(Labels.SIZE)).isEqualTo("s");
  }

  @Test
  void givenAbstentionAndWishes_theirProtocolsDiffer() {
    List<Question> questions = open().questions();

    assertThat(questions)
        .extracting(question -> question.gold().protocol())
        .containsExactly(Gold.Protocol.FACT, Gold.Protocol.ABSTAIN, Gold.Protocol.POSITIVE);
    assertThat(questions)
        .extracting(question -> question.labels().get(Labels.CATEGORY))
        .containsExactly("multi-session", "abstention", "single-session-preference");
    assertThat(questions.get(1).labels().get(Labels.TYPE)).isEqualTo("single-session-user");
    assertThat(questions.get(2).gold().preference()).isEqualTo("GOLD would like westerns");
  }

  @Test
  void givenFieldsInAnotherOrder_theHistoryIsTheSame() {
    assertThat(Published.texts(open(), "q2_abs")).containsExactly("Hi.");
    assertThat(Published.texts(open(), "q3")).isEmpty();
  }

  @Test
  void givenAStreamThatIsNotReadToItsEnd_itCanBeClosedAndReadAgain() {
    Dataset dataset = open();
    try (Stream<Message> stream = dataset.history("q1").messages()) {
      assertThat(stream.iterator().next().text()).startsWith("My first mug");
    }

    assertThat(Published.texts(dataset, "q1")).hasSize(3);
  }

  @Test
  void givenAFileOfAnotherName_itIsOpenedAndChecked() throws IOException {
    Path file = folder.resolve("mine.json");
    Files.move(Published.longMemEval(folder).resolve("longmemeval_s.json"), file);

    DatasetCheck check = Datasets.check("longmemeval:" + file);

    assertThat(check.parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.questions()).isEqualTo(3);
              assertThat(part.messages()).isEqualTo(4);
              assertThat(part.problems()).singleElement().asString().contains("q3");
            });
  }

  @Test
  void givenACutOffFile_theMessageNamesFileAndByte() {
    Path file =
        Published.file(folder, "longmemeval_oracle.json", "[{\"question_id\":\"q1\",\"haystack");

    assertThatThrownBy(() -> Datasets.open("longmemeval:" + file, DatasetOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("longmemeval_oracle.json")
        .hasMessageContaining("byte ");
  }

  @Test
  void givenADateTooFew_theMessageNamesTheQuestion() {
    Path file =
        Published.file(
            folder,
            "longmemeval_m.json",
            """
            [{"question_id":"q9","question_type":"t","question":"?","answer":"a",
              "question_date":"2023/06/01 (Thu) 10:00","haystack_dates":[],
              "haystack_sessions":[[]]}]
            """);

    assertThatThrownBy(() -> Datasets.open("longmemeval:" + file, DatasetOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("q9")
        .hasMessageContaining("haystack_dates");
  }

  @Test
  void givenTwoFilesOfTheSize_theMessageAsksWhichIsMeant() throws IOException {
    Published.longMemEval(folder);
    Files.writeString(folder.resolve("longmemeval_s.tar.gz"), "packed");
    assertThat(open().questions()).hasSize(3);

    Files.copy(folder.resolve("longmemeval_s.json"), folder.resolve("longmemeval_s_cleaned.json"));

    assertThatThrownBy(this::open)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("2 files of size s")
        .hasMessageContaining("longmemeval_s_cleaned.json");
  }

  @Test
  void givenASizeThatIsNotThere_theMessageNamesTheFile() {
    assertThatThrownBy(
            () ->
                Datasets.open(
                    "longmemeval:" + Published.longMemEval(folder),
                    DatasetOptions.DEFAULT.withSize("m")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("longmemeval_m.json");
  }
}
