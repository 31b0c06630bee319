package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePersonasTest {
  private static final SamplePersonas PERSONAS = SamplePersonas.shipped();

  static Stream<String> ids() {
    return PERSONAS.ids().stream();
  }

  @Test
  void theTwoHalvesAreDisjointAndComplete() {
    assertThat(PERSONAS.ids()).hasSize(32).startsWith("p01", "p02").endsWith("p32");
    assertThat(PERSONAS.developmentIds()).hasSize(16).endsWith("p16");
    assertThat(PERSONAS.reportedIds()).hasSize(16).startsWith("p17");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyPersonaIsAsItsReadmeSays(String id) {
    SamplePersona persona = PERSONAS.load(id);

    assertThat(persona.sessions()).hasSize(15);
    assertThat(persona.preferences()).hasSize(15);
    assertThat(persona.questions()).hasSize(12);
    assertThat(persona.preferences())
        .filteredOn(p -> p.type() == PreferenceType.ASK_TO_FORGET)
        .singleElement()
        .matches(Preference::isUpdate);
    assertThat(persona.preferences())
        .filteredOn(p -> p.owner() == PreferenceOwner.OTHERS)
        .hasSize(1);
    assertThat(persona.profile().name()).isNotBlank();
  }

  @Test
  void fifteenPersonasHaveThreeTwinsForEachOfSevenQuestions() {
    List<SamplePersona> withTwins =
        ids().map(PERSONAS::load).filter(persona -> !persona.twins().isEmpty()).toList();

    assertThat(withTwins).hasSize(15);
    for (SamplePersona persona : withTwins) {
      List<String> questions = persona.twins().stream().map(Twin::question).distinct().toList();
      assertThat(questions).hasSize(7);
      for (String question : questions) {
        assertThat(persona.twinsOf(question)).extracting(Twin::option).containsExactly(0, 1, 2);
      }
    }
  }

  @Test
  void sixtyFillers() {
    assertThat(PERSONAS.fillers()).hasSize(60).allMatch(f -> f.messages().size() >= 2);
  }

  @Test
  void givenAnUnknownId_namesItAndTheKnownOnes() {
    assertThatThrownBy(() -> PERSONAS.load("p99"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("p99")
        .hasMessageContaining("p01");
  }

  @Test
  void everyPreferenceTypeOccurs() {
    assertThat(PERSONAS.load("p01").preferences().stream().map(Preference::type).distinct())
        .containsExactlyInAnyOrder(PreferenceType.values());
  }
}
