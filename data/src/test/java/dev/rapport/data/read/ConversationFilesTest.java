package dev.rapport.data.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationFilesTest {
  @TempDir private Path folder;

  @Test
  void givenPersonaMemHistory_itsMessagesComeInOrder() throws IOException {
    List<Message> messages =
        read(
            """
            {"metadata": {"total_messages": 3, "persona_id": 0},
             "chat_history": [
               {"role": "system", "content": "gold persona"},
               {"role": "user", "content": [{"type": "text", "text": "look"},
                 {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,x"}}]},
               {"role": "user", "content": "again"}]}
            """);

    assertThat(messages)
        .extracting(Message::role, Message::text)
        .containsExactly(
            tuple(Role.SYSTEM, "gold persona"),
            tuple(Role.USER, "look"),
            tuple(Role.USER, "again"));
  }

  @Test
  void givenRawPersonaFile_onlyMessagesComeOut() throws IOException {
    List<Message> messages =
        read(
            """
            {"0": {"short_persona": "gold", "stereotypical_preferences": ["gold taste"],
              "conversations": {
                "personal_email": [{"preference": "gold", "pref_type": "neutral_preferences",
                   "conversations": [{"role": "user", "content": "one"},
                                     {"role": "assistant", "content": "two"}],
                   "correct_answer": "gold", "incorrect_answers": ["gold"]}],
                "translation": [{"conversations": [{"role": "user", "content": "three"}]}]}}}
            """);

    assertThat(messages).extracting(Message::text).containsExactly("one", "two", "three");
    assertThat(messages)
        .extracting(Message::conversation)
        .containsExactly(
            "/0/conversations/personal_email[0]",
            "/0/conversations/personal_email[0]",
            "/0/conversations/translation[0]");
    assertThat(messages.toString()).doesNotContain("gold");
  }

  @Test
  void givenOpenAiMessageList_messagesComeInOrder() throws IOException {
    assertThat(
            read(
                "[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]"))
        .extracting(Message::text)
        .containsExactly("a", "b");
  }

  @Test
  void givenJsonLines_eachLineIsRead() throws IOException {
    assertThat(
            read(
                """
                {"role":"user","content":"a","timestamp":"2026-01-02T10:00:00Z"}

                {"messages":[{"role":"user","content":"b"},{"role":"assistant","content":"c"}]}
                {"content":[{"type":"text","text":"d"}],"role":"user"}
                """))
        .extracting(Message::text, Message::at)
        .containsExactly(
            tuple("a", Instant.parse("2026-01-02T10:00:00Z")),
            tuple("b", Turn.UNDATED),
            tuple("c", Turn.UNDATED),
            tuple("d", Turn.UNDATED));
  }

  @Test
  void givenChatGptExport_theBranchLastSeenIsRead() throws IOException {
    List<Message> messages =
        read(
            """
            [{"title": "t", "conversation_id": "c1", "current_node": "n3", "mapping": {
               "root": {"id": "root", "message": null, "parent": null, "children": ["n1"]},
               "n1": {"id": "n1", "parent": "root", "children": ["n2", "n3"], "message":
                 {"author": {"role": "user"}, "create_time": 1700000000.5,
                  "content": {"content_type": "text", "parts": ["question"]}}},
               "n2": {"id": "n2", "parent": "n1", "children": [], "message":
                 {"author": {"role": "assistant"}, "content": {"parts": ["first try"]}}},
               "n3": {"id": "n3", "parent": "n1", "children": [], "message":
                 {"author": {"role": "assistant"}, "content": {"parts": ["second try"]}}}}}]
            """);

    assertThat(messages).extracting(Message::text).containsExactly("question", "second try");
    assertThat(messages.getFirst().conversation()).isEqualTo("c1");
    assertThat(messages.getFirst().at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_500L));
  }

  @Test
  void givenACircleInAnExport_readingEnds() throws IOException {
    assertThat(
            read(
                """
                [{"current_node": "a", "mapping": {
                  "a": {"parent": "b", "message": {"author": {"role": "user"},
                        "content": {"parts": ["x"]}}},
                  "b": {"parent": "a", "message": null}}}]
                """))
        .extracting(Message::text)
        .containsExactly("x");
  }

  @Test
  void givenTranscript_turnsEndWhereTheNextBegins() throws IOException {
    assertThat(
            read(
                """
                # A talk

                **User:** first line
                second line: with a colon

                ## Assistant
                an answer
                [2026-01-02 10:00] User: later
                """))
        .extracting(Message::role, Message::text, Message::at)
        .containsExactly(
            tuple(Role.USER, "first line\nsecond line: with a colon", Turn.UNDATED),
            tuple(Role.ASSISTANT, "an answer", Turn.UNDATED),
            tuple(Role.USER, "later", Instant.parse("2026-01-02T10:00:00Z")));
  }

  @Test
  void givenUtf16WithAMark_itIsDecoded() throws IOException {
    byte[] text = "\uFEFFUser: café".getBytes(UTF_16LE);
    assertThat(read(text)).extracting(Message::text).containsExactly("café");
  }

  @Test
  void givenAnotherEncoding_theErrorSaysHowToConvert() {
    assertThatThrownBy(() -> read("User: café au lait".getBytes(ISO_8859_1)))
        .isInstanceOf(ConversationFormatException.class)
        .hasMessageContaining("UTF-8")
        .hasMessageContaining("iconv");
  }

  @Test
  void givenATruncatedFile_whatCameBeforeIsReadAndTheErrorNamesTheLine() throws IOException {
    Path file =
        write("[{\"role\":\"user\",\"content\":\"a\"},\n{\"role\":\"user\",\"cont".getBytes(UTF_8));
    try (ConversationReader reader = ConversationFiles.open(file)) {
      assertThat(reader.next().text()).isEqualTo("a");
      assertThatThrownBy(reader::hasNext)
          .isInstanceOf(ConversationFormatException.class)
          .hasMessageContaining("line 2");
    }
  }

  @Test
  void givenJsonWithoutMessages_theErrorSaysWhatIsNeeded() {
    assertThatThrownBy(() -> read("{\"a\": [1, 2, {\"b\": null}]}"))
        .isInstanceOf(ConversationFormatException.class)
        .hasMessageContaining("\"role\"");
  }

  @Test
  void givenAnUnknownRole_theErrorNamesIt() {
    assertThatThrownBy(() -> read("[{\"role\":\"narrator\",\"content\":\"a\"}]"))
        .isInstanceOf(ConversationFormatException.class)
        .hasMessageContaining("narrator");
  }

  @Test
  void givenTextWithoutTurns_theErrorCountsItsLines() {
    assertThatThrownBy(() -> read("some words\nmore words\n"))
        .isInstanceOf(ConversationFormatException.class)
        .hasMessageContaining("2 lines");
  }

  @Test
  void givenBinaryOrNothing_theErrorSaysSo() {
    assertThatThrownBy(() -> read(new byte[] {1, 2, 0, 3})).hasMessageContaining("binary");
    assertThatThrownBy(() -> read("  \n")).hasMessageContaining("empty");
  }

  @Test
  void givenATurnOfTenMegabytes_itIsReadWhole() throws IOException {
    String large = "x".repeat(10 << 20);
    assertThat(read("[{\"role\":\"user\",\"content\":\"" + large + "\"}]").getFirst().text())
        .hasSize(large.length());
  }

  private List<Message> read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private List<Message> read(byte[] bytes) throws IOException {
    List<Message> messages = new ArrayList<>();
    try (ConversationReader reader = ConversationFiles.open(write(bytes))) {
      reader.forEachRemaining(messages::add);
    }
    return messages;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("conversations"), bytes);
  }
}
