package dev.rapport.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MessageTest {
  @Test
  void givenWordsOfPersonOrAssistant_areSpoken() {
    assertThat(said(Role.USER, "Tea, please.")).isTrue();
    assertThat(said(Role.ASSISTANT, "Here you are.")).isTrue();
  }

  @Test
  void givenOtherRolesOrNoWords_areNot() {
    assertThat(said(Role.SYSTEM, "The user likes tea.")).isFalse();
    assertThat(said(Role.TOOL, "{}")).isFalse();
    assertThat(said(Role.USER, " \n")).isFalse();
  }

  private static boolean said(Role role, String text) {
    return new Message("c", role, text, Turn.UNDATED).isSpoken();
  }
}
