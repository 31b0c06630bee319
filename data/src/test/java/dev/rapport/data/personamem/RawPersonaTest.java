package dev.rapport.data.personamem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPersonaTest {
  @TempDir private Path folder;

  @Test
  void givenEveryKindOfElement_allAreRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("raw_data_250815_143643_persona12.json"),
            """
            {"0": {"short_persona": "S", "name": "N", "personality": {"b": 1, "a": [2]},
              "stereotypical_preferences": ["gold"], "matched_images": ["x.jpg"],
              "conversations": {
                "translation": [
                  {"preference": "Don't remember", "pref_type": "ask_to_forget", "who": "self",
                   "updated": true, "prev_pref": "P",
                   "conversations": [{"role": "user", "content": "forget"}],
                   "user_query": "Q", "correct_answer": "R",
                   "incorrect_answers": ["a", "b", "c", null]},
                  {"sensitive_info": "phone: 1", "who": "self",
                   "conversations": [{"role": "user", "content": "x"}], "user_query": "",
                   "correct_answer": "R", "incorrect_answers": ["a"]}],
                "multimodal": [
                  {"preference": "P", "pref_type": "multimodal", "who": "others",
                   "conversations": [{"role": "user", "content": [{"type": "text", "text": "t"},
                     {"type": "image_url", "image_url": {"url": "i.jpg"}}]}],
                   "topic_preference": "T"}]}}}
            """);

    RawPersona persona = RawPersona.read(file);
    assertThat(persona.id()).isEqualTo(12);
    assertThat(persona.profile())
        .isEqualTo(
            """
            {
              "short_persona": "S",
              "name": "N",
              "personality": {
                "b": 1,
                "a": [
                  2
                ]
              }
            }""");
    assertThat(persona.elements()).hasSize(3);
    assertThat(persona.elements().get(0).hasQuestion()).isTrue();
    assertThat(persona.elements().get(0).incorrectAnswers()).containsExactly("a", "b", "c");
    assertThat(persona.elements().get(1).privateData()).isTrue();
    assertThat(persona.elements().get(1).hasQuestion()).isFalse();
    assertThat(persona.elements().get(2).conversation().getFirst().images())
        .containsExactly("i.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"1\": {}}",
        "{\"1\": {\"conversations\": {\"a\": [{\"preference\": \"p\"}]}}}",
        "{\"x\": {\"conversations\": {}}}"
      })
  void givenAMalformedFile_itsNameIsInTheMessage(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), json);

    assertThatThrownBy(() -> RawPersona.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("bad.json");
  }
}
