package dev.rapport.local.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.language.TurnText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetCueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please take out of your head the business of the loud guitars.",
        "forget what I said about the wrestling",
        "Please don't keep that.",
        "Could you delete everything you know about me?",
        "scrub that about me, the premium bonds, don't keep it",
        "Forget that I support that team, don't suggest it any more.",
        "The pastry is between me and my oven. Delete it from what you hold about me.",
        "olvida lo que te dije, bórralo de tu memoria",
      })
  void givenARequest_thenItIsHeard(String text) {
    assertThat(ForgetCue.in(TurnText.of(text))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write to my wife: 'Don't forget the milk, and forget what I said about your mother.'",
        "I'll never forget that evening in Porto.",
        "Please remove the second paragraph and the word 'very'.",
        "Delete the duplicates from the list.",
        "I keep forgetting my keys, what helps?",
        "Remember that I told you about my knee?",
        "Take the bus out of the plan and put the train in.",
        "How do I drop a column I no longer use?",
        "Can you mention my cat in the poem?",
      })
  void givenAnythingElse_thenNothingIsForgotten(String text) {
    assertThat(ForgetCue.in(TurnText.of(text))).isEmpty();
  }
}
