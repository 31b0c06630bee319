package dev.rapport.local.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My favourite colour is green. | My favorite colour is blue.",
        "I live in Porto. | I moved to Lisbon in May.",
        "I work as a nurse in Leeds. | Now I work as a teacher in Leeds.",
        "I prefer an aisle seat on long flights. | I prefer window seats on long flights.",
        "I prefer tea to coffee. | I prefer coffee to tea.",
        "I take my tea with milk. | I take my tea with lemon.",
        "I'm vegetarian. | I am now vegan.",
        "I get up at five. | I usually get up at eight.",
      })
  void givenAnotherChoiceOfOneThing_thenBothCannotHold(String was, String says) {
    assertThat(Choice.in(was).orElseThrow().excludes(Choice.in(says).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My favourite colour is green. | My favourite food is soup.",
        "I live in Porto. | I live in Porto with my cat.",
        "I prefer aisle seats. | I prefer morning flights.",
        "I'm vegetarian. | I live in Porto.",
      })
  void givenChoicesOfTwoThings_thenBothHold(String was, String says) {
    assertThat(Choice.in(was).orElseThrow().excludes(Choice.in(says).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I love jazz.",
        "I don't live in Porto.",
        "My sister lives in Porto.",
        "I drive to the office every day.",
        "I take my dog to the park.",
      })
  void givenWhatOneCanHaveManyOf_thenItIsNoChoice(String text) {
    assertThat(Choice.in(text)).isEmpty();
  }
}
