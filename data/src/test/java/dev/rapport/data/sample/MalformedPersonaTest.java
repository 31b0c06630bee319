package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedPersonaTest {
  private static final String PERSONA =
      """
      {"persona_id":"p1","short_persona":"A baker.","profile":{"name":"Ada","age":40,"gender":"f",
      "nationality":"n","race_ethnicity":"r","location":"l","languages_spoken":["en"],
      "education":"e","occupation":"o","personality":"p","values":"v",
      "speaking_style_to_chatbot":"s"},
      "sessions":[{"id":"s01","scenario":"chat_message","topic":"tea","reveals":["pr01"],
      "messages":[{"role":"user","content":"Kettle on, no milk."}]}],
      "preferences":[{"id":"pr01","text":"Black tea.","type":"neutral_preferences","who":"self",
      "topic":"tea","session":"s01","evidence":"no milk","updated":false,"previous":null}],
      "questions":[{"id":"q01","preference":"pr01","topic":"tea","query":"What now?",
      "correct":"a","incorrect":["b","c","d"]}]}
      """;
  private static final String TWINS =
      """
      {"persona_id":"p1","twins":[{"question":"q01","option":0,"preference":"Milk.",
      "evidence":"milk","messages":[{"role":"user","content":"Tea, milk."}]}]}
      """;

  @TempDir Path folder;

  @Test
  void givenAFolder_readsWhatIsThere() throws IOException {
    write(PERSONA, TWINS);

    SamplePersonas personas = SamplePersonas.in(folder);

    assertThat(personas.ids()).containsExactly("p1");
    assertThat(personas.load("p1").twins()).hasSize(1);
  }

  @Test
  void givenAFieldWeDoNotKnow_letsItBe() throws IOException {
    write(PERSONA.replace("\"short_persona\"", "\"mood\":[1],\"short_persona\""), TWINS);

    assertThat(SamplePersonas.in(folder).load("p1").shortPersona()).isEqualTo("A baker.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"persona_id\":\"p1\"|\"persona_id\":\"p2\"|/persona_id|p2",
        "\"age\":40|\"age\":\"x\"|/profile/age|whole number",
        "\"name\":\"Ada\"|\"name\":\" \"|/profile/name|blank",
        "\"role\":\"user\"|\"role\":\"bot\"|/sessions/0/messages/0/role|[user, assistant]",
        "\"reveals\":[\"pr01\"]|\"reveals\":[\"pr9\"]|/sessions/0/reveals|pr9",
        "\"who\":\"self\"|\"who\":\"me\"|/preferences/0/who|[self, others]",
        "neutral_preferences|neutral|/preferences/0/type|stereotypical_pref",
        "\"session\":\"s01\"|\"session\":\"s02\"|/preferences/0/session|s02",
        "\"evidence\":\"no milk\"|\"evidence\":\"milk!\"|/preferences/0/evidence|verbatim",
        "\"updated\":false|\"updated\":true|/preferences/0/updated|true",
        "\"preference\":\"pr01\"|\"preference\":\"pr02\"|/questions/0/preference|pr02",
        "[\"b\",\"c\",\"d\"]|[\"b\",\"c\"]|/questions/0/incorrect|2 options",
        "[\"b\",\"c\",\"d\"]|[\"b\",\"c\",\"a\"]|/questions/0/incorrect|equal",
        "\"questions\"|\"question\"|p1.json, /|\"questions\"",
      })
  void givenAFault_namesFilePlaceAndMend(String right, String wrong, String place, String said)
      throws IOException {
    write(PERSONA.replace(right, wrong), TWINS);

    assertThatThrownBy(() -> SamplePersonas.in(folder).load("p1"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("p1.json", place, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"option\":0|\"option\":3|/twins/0/option|3",
        "\"question\":\"q01\"|\"question\":\"q02\"|/twins/0/question|q02",
        "\"evidence\":\"milk\"|\"evidence\":\"lemon\"|/twins/0/evidence|verbatim",
      })
  void givenAFaultyTwin_namesFilePlaceAndMend(String right, String wrong, String place, String said)
      throws IOException {
    write(PERSONA, TWINS.replace(right, wrong));

    assertThatThrownBy(() -> SamplePersonas.in(folder).load("p1"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("p1.twins.json", place, said);
  }

  @Test
  void givenBrokenJson_namesFileAndLine() throws IOException {
    write(PERSONA.substring(0, 200), TWINS);

    assertThatThrownBy(() -> SamplePersonas.in(folder).load("p1"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("p1.json", "line 3");
  }

  @Test
  void givenNoFillers_namesTheFolderAndTheFile() {
    assertThatThrownBy(() -> SamplePersonas.in(folder).fillers())
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(folder.toString(), "fillers.json");
  }

  @Test
  void givenNoFolder_namesIt() {
    assertThatThrownBy(() -> SamplePersonas.in(folder.resolve("nowhere")).ids())
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("nowhere");
  }

  private void write(String persona, String twins) throws IOException {
    Files.writeString(folder.resolve("p1.json"), persona);
    Files.writeString(folder.resolve("p1.twins.json"), twins);
  }
}
