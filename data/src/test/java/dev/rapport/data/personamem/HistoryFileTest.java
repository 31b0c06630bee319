package dev.rapport.data.personamem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
  @TempDir private Path folder;

  @Test
  void givenAPublishedHistory_theGoldPersonaIsNotAmongItsMessages() throws IOException {
    HistoryFile history =
        file(
            """
            {"metadata": {"total_messages": 4, "final_token_count": 12, "persona_id": 3,
                          "input_filename": "raw.json"},
             "chat_history": [
               {"role": "system", "content": "gold persona"},
               {"role": "user", "content": [{"type": "text", "text": "look"},
                 {"type": "image_url", "image_url":
                   {"url": "data:image/jpeg;base64,data/photobook_images/cat/a.jpg"}},
                 {"type": "text", "text": "here"}]},
               {"role": "assistant", "content": "nice"},
               {"role": "user", "content": "forget it"}]}
            """);

    assertThat(messages(history))
        .containsExactly(
            new HistoryMessage(Role.USER, "look here", List.of("data/photobook_images/cat/a.jpg")),
            HistoryMessage.of(Role.ASSISTANT, "nice"),
            HistoryMessage.of(Role.USER, "forget it"));
    assertThat(history.goldPersona()).contains("gold persona");
    assertThat(history.metadata())
        .contains(new HistoryMetadata(4, 12, 3, "raw.json", Window.UNKNOWN, Window.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"role\":\"user\",\"content\":\"a\"}]",
        "{\"conversations\":[{\"role\":\"user\",\"content\":\"a\"}]}",
        "{\"any\":[{\"role\":\"user\",\"content\":\"a\"}]}",
        "{\"n\":1,\"ids\":[1,[2],{}],\"p\":{\"x\":{},\"conversations\":[{\"role\":\"user\",\"content\":\"a\"}]}}",
        "\uFEFF[{\"role\":\"user\",\"content\":\"a\"}]"
      })
  void givenAnyShapeThatItsScriptsTake_itIsRead(String json) throws IOException {
    HistoryFile history = file(json);

    assertThat(messages(history)).containsExactly(HistoryMessage.of(Role.USER, "a"));
    assertThat(history.goldPersona()).isEmpty();
    assertThat(history.metadata()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "7",
        "{\"chat_history\": \"none\"}",
        "{\"chat_history\": [{\"role\": \"user\", \"content\": \"cut o",
        "[{\"role\": \"user\"}]",
        "[{\"role\": \"wizard\", \"content\": \"a\"}]",
        "[{\"role\": \"user\", \"content\": \"a\"}, 5]"
      })
  void givenABrokenFile_itsNameIsInTheMessage(String json) throws IOException {
    HistoryFile history = file(json);

    assertThatThrownBy(() -> messages(history))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("h.json");
  }

  @Test
  void givenAFileInAnotherEncoding_itIsNamed() throws IOException {
    Path file = folder.resolve("latin.json");
    Files.write(
        file,
        "[{\"role\":\"user\",\"content\":\"caf\u00e9\"}]".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> messages(HistoryFile.at(file)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("latin.json")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void givenAWrittenHistory_itReadsBackTheSame() {
    Path file = folder.resolve("w.json");
    var metadata = new HistoryMetadata(3, 40, 7, "raw_persona7.json", 30, 10);
    List<HistoryMessage> messages =
        List.of(
            HistoryMessage.of(Role.USER, "a \"quoted\"\nline, 汉字 😀"),
            new HistoryMessage(Role.USER, "see", List.of("data/x.jpg")));
    HistoryFile.write(file, metadata, "gold", messages);

    HistoryFile history = HistoryFile.at(file);
    assertThat(messages(history)).isEqualTo(messages);
    assertThat(history.goldPersona()).contains("gold");
    assertThat(history.metadata()).contains(metadata);
    assertThat(file).content().startsWith("{\n  \"metadata\": {\n    \"total_messages\": 3,");
  }

  @Test
  void givenALink_itIsFoundWithAndWithoutTheDataFolder() throws IOException {
    Files.createDirectories(folder.resolve("data/h"));
    Files.writeString(folder.resolve("data/h/a.json"), "[]");
    Files.createDirectories(folder.resolve("g"));
    Files.writeString(folder.resolve("g/b.json"), "[]");

    for (String link : List.of("data/h/a.json", "h/a.json", "data/g/b.json", "g/b.json")) {
      assertThat(DataLink.resolve(folder, link)).exists();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data/none.json", "../other.json", "/etc/hosts", "", "data/../../x", "\0"})
  void givenALinkToNothingOrOutOfTheFolder_itIsRefused(String link) {
    assertThatThrownBy(() -> DataLink.resolve(folder, link)).isInstanceOf(DatasetException.class);
  }

  private HistoryFile file(String json) throws IOException {
    return HistoryFile.at(Files.writeString(folder.resolve("h.json"), json));
  }

  private static List<HistoryMessage> messages(HistoryFile history) {
    try (Stream<HistoryMessage> messages = history.messages()) {
      return messages.toList();
    }
  }
}
