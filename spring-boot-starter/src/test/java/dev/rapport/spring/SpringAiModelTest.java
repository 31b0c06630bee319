package dev.rapport.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

final class SpringAiModelTest {
  private static final ChatRequest HELLO =
      ChatRequest.of(List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hello")), 77)
          .withTemperature(0.5)
          .withStop(List.of("END"));

  @Test
  void whenAsked_everythingGoesOutAndComesBack() {
    ScriptedModel model = ScriptedModel.saying("<think>Well.</think>Hi.");

    ChatReply reply = SpringAiModel.of(model, "mine").chat(HELLO);

    assertThat(reply.text()).isEqualTo("Hi.");
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(reply.model()).isEqualTo("mine");
    assertThat(reply.usage().reported()).isFalse();
    Prompt sent = model.prompts().getFirst();
    assertThat(sent.getInstructions()).hasSize(2);
    ChatOptions options = Objects.requireNonNull(sent.getOptions());
    assertThat(options.getMaxTokens()).isEqualTo(77);
    assertThat(options.getTemperature()).isEqualTo(0.5);
    assertThat(options.getStopSequences()).containsExactly("END");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new NonTransientAiException("HTTP 401 - secret"), Kind.MISCONFIGURED),
        Arguments.of(new NonTransientAiException("secret"), Kind.REJECTED),
        Arguments.of(new IllegalStateException("429: secret"), Kind.THROTTLED),
        Arguments.of(new IllegalStateException("503"), Kind.UNAVAILABLE),
        Arguments.of(new IllegalStateException("400 Bad Request: secret"), Kind.REJECTED),
        Arguments.of(new IllegalStateException("4000 secrets"), Kind.MALFORMED),
        Arguments.of(new IllegalStateException(new ConnectException("refused")), Kind.UNAVAILABLE),
        Arguments.of(new IllegalStateException(new JsonFault()), Kind.MALFORMED),
        Arguments.of(new IllegalStateException(new InterruptedException()), Kind.CANCELLED));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void givenAFailure_itsKindSaysWhatToDo(RuntimeException failure, Kind kind) {
    ChatModel broken =
        new ChatModel() {
          @Override
          public ChatResponse call(Prompt prompt) {
            throw failure;
          }
        };

    ModelException found =
        catchThrowableOfType(
            ModelException.class, () -> SpringAiModel.of(broken, "mine").chat(HELLO));

    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found).hasMessageContaining("mine").message().doesNotContain("secret");
  }

  /** Named as Spring AI's own, which comes with its models. */
  private static final class NonTransientAiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NonTransientAiException(String message) {
      super(message);
    }
  }

  private static final class JsonFault extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
