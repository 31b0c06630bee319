package dev.rapport.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class JournalReplayTest {
  private static ChatRequest asking(String text) {
    return ChatRequest.of(List.of(ChatMessage.user(text)), 10);
  }

  @Test
  void givenWorkThatRepeatsItself_paysOnce() {
    ScriptedModel model = new ScriptedModel();

    String result =
        JournalReplay.twice(
            model,
            calls -> {
              String one = calls.call("one", asking("hello")).text();
              return calls.call("two", asking(one + " again")).text();
            });

    assertThat(result).isEqualTo("HELLO AGAIN");
    assertThat(model.calls()).isEqualTo(2);
  }

  @Test
  void givenWorkWithAHiddenCounter_fails() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                JournalReplay.twice(
                    new ScriptedModel(),
                    calls -> calls.call("one", asking("run " + runs.incrementAndGet())).text()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("run 2");
  }
}
