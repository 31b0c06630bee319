package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscretionTest {
  private static final String PROMPT = "Dr. Oblonsky says my HIV test, no. 4711, is fine: 我很高兴";
  private static final Discretion DISCRETION =
      Discretion.about(
          ApiKey.of("my-own-key-123"), ChatRequest.of(List.of(ChatMessage.user(PROMPT)), 10));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid input: " + PROMPT,
        "DR. OBLONSKY SAYS MY HIV",
        "unexpected token near 'blonsk'",
        "[{\"role\":\"user\",\"content\":\"my HIV test\"}]",
        "bad number 4711",
        "cannot encode 很高"
      })
  void givenAnEchoInAnyShape_noneOfThePromptIsLeft(String message) {
    assertThat(DISCRETION.clean(message).toLowerCase(Locale.ROOT))
        .doesNotContain("blonsk", "hiv", "test", "4711", "很");
  }

  @Test
  void givenAnOrdinaryError_itStaysReadable() {
    String message = "The model `qwen9` does not exist: maximum context length is 4096 tokens";

    assertThat(DISCRETION.clean(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad key my-own-key-123!", "bad key sk-proj-abc.x", "key my-o****-123"})
  void givenAKey_itIsStruckOut(String message) {
    assertThat(DISCRETION.clean(message)).contains("***").doesNotContain("own", "abc", "my-o");
  }

  @Test
  void givenALongMessage_itIsCut() {
    assertThat(DISCRETION.clean("error ".repeat(999))).hasSize(301).endsWith("…");
  }
}
