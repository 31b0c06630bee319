package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpenAiConfigTest {
  @Test
  void givenNothingElse_theDefaultsHold() {
    var config = OpenAiConfig.of("http://127.0.0.1:8000", "m");

    assertThat(config.timeouts())
        .isEqualTo(
            new Timeouts(
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10)));
    assertThat(config.maxReplyBytes()).isEqualTo(8 * 1024 * 1024);
    assertThat(config.dialect()).isEqualTo(Dialect.STANDARD);
    assertThat(config.keyOverPlainHttp()).isFalse();
    assertThat(config.headers()).isEmpty();
    assertThat(config.extra()).isEmpty();
  }

  @Test
  void givenAFieldThatTheClientSets_extraIsRefused() {
    var config = OpenAiConfig.of("http://127.0.0.1:8000", "m");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withExtra(Map.of("messages", "mine")))
        .withMessageContaining("\"messages\"");
  }

  @Test
  void givenValuesOutOfRange_theyAreNamed() {
    var config = OpenAiConfig.of("http://127.0.0.1:8000", "m");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withMaxReplyBytes(10))
        .withMessageContaining("10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calling.total(Duration.ZERO))
        .withMessageContaining("total time-out PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenAiConfig.of("http://127.0.0.1:8000", " "))
        .withMessageContaining("model name");
  }
}
