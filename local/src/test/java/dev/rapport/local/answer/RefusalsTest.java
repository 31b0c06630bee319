package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I am allergic to nuts | nuts
          Allergic to nuts. | nuts
          My book club meets here, and I'm allergic to cats, so somewhere else | cats
          I have a nut allergy | nut
          I can't stand loud music any more | loud music
          Mushrooms make me sick | mushrooms
          I gave up alcohol in March | alcohol
          I hate crowds | crowds
          I never fly | flying
          I don't drink | alcohol
          My stomach: I can't digest onions | onions
          No more red meat for me | red meat
          Strawberries bring me out in hives | strawberries
          My sister bakes, but I avoid butter | butter
          """)
  void givenARefusal_whenRead_thenTheThingIsFound(String sentence, String thing) {
    assertThat(Refusals.in(sentence)).extracting(Refusal::thing).contains(thing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My sister is allergic to nuts",
        "Tom is allergic to nuts",
        "She hates crowds",
        "My friend can't stand loud music",
        "I am not allergic to nuts",
        "I used to hate crowds",
        "I was allergic to nuts as a child",
        "I no longer avoid butter",
        "Am I allergic to nuts?",
        "If I hate crowds, say so",
        "It's not that I can't stand opera",
        "Everyone thinks I'm vegan",
        "My client refuses phone calls",
        "I hate to ask, could you check the invoice",
        "I had a vegan friend over",
        "I like nuts"
      })
  void givenNoRefusalOfTheSpeakers_whenRead_thenNothingIsFound(String sentence) {
    assertThat(Refusals.in(sentence)).isEmpty();
  }

  @Test
  void givenAList_whenRead_thenEachThingIsFound() {
    assertThat(Refusals.in("I'm allergic to nuts, kiwi and shellfish, and I live in Leeds"))
        .extracting(Refusal::thing)
        .containsExactly("nuts", "kiwi", "shellfish");
  }

  @Test
  void givenALimitInTime_whenRead_thenItIsNotForAlways() {
    assertThat(Refusals.in("I don't drink coffee after noon"))
        .containsExactly(new Refusal("coffee", false));
  }
}
