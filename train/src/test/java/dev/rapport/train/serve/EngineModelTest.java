package dev.rapport.train.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.tokenizer.CharTokenizer;
import dev.rapport.train.tokenizer.CharTokenizerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineModelTest {
  private static final String ALPHABET = "abcdefgh ";
  private static final CharTokenizer LETTERS = CharTokenizer.of(ALPHABET);
  private static final ModelConfig SHAPE =
      new ModelConfig(Family.QWEN3, 13, 16, 24, 1, 2, 1, 8, 32, 1e-6, 10_000, true, List.of(1));

  @TempDir private static Path folder;
  private static EngineModel model;

  /** A model that has learned one sentence by heart. */
  @BeforeAll
  static void learn() throws IOException {
    try (var engine = JavaEngine.random(SHAPE, 1, 1)) {
      int[] prompt = LETTERS.prompt(List.of(ChatMessage.user("ab")));
      int[] reply = LETTERS.encode("bad cab");
      int[] tokens =
          IntStream.concat(
                  IntStream.concat(IntStream.of(prompt), IntStream.of(reply)),
                  IntStream.of(CharTokenizer.END))
              .toArray();
      for (int step = 0; step < 80; step++) {
        engine.accumulate(
            List.of(new Sequence(tokens, prompt.length)),
            1,
            (row, logProbs, gradient) -> {
              Arrays.fill(gradient, -1);
              return 0;
            });
        engine.step(StepConfig.atRate(1e-2));
      }
      engine.save(folder);
    }
    CharTokenizerJson.write(folder, ALPHABET);
    model = EngineModel.load(folder, 1);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void whatWasLearned_isSaid() {
    ChatReply reply = model.chat(ask(20));

    assertThat(reply.text()).isEqualTo("bad cab");
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(reply.usage()).isEqualTo(Usage.of(3, 8));
    assertThat(reply.model()).isEqualTo("local:" + folder.getFileName());
  }

  @Test
  void givenALimit_theReplyIsCut() {
    ChatReply reply = model.chat(ask(3));

    assertThat(reply.text()).isEqualTo("bad");
    assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
  }

  @Test
  void givenAStopText_theReplyEndsBeforeIt() {
    ChatReply reply = model.chat(ask(20).withStop(List.of(" c")));

    assertThat(reply.text()).isEqualTo("bad");
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void aSeed_decidesTheReply() {
    List<String> replies =
        IntStream.range(0, 12)
            .mapToObj(i -> model.chat(ask(20).withTemperature(2).withSeed(i % 6)).text())
            .toList();

    assertThat(replies.subList(0, 6)).isEqualTo(replies.subList(6, 12));
    assertThat(replies.stream().distinct().count()).isGreaterThan(1);
  }

  @Test
  void givenAPromptBeyondTheWindow_itIsRejected() {
    var request = ChatRequest.of(List.of(ChatMessage.user("a".repeat(31))), 5);

    assertThatThrownBy(() -> model.chat(request))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.REJECTED))
        .hasMessageContainingAll("32", "local:");
  }

  @Test
  void givenASchema_itIsRejected() {
    assertThatThrownBy(() -> model.chat(ask(5).withJsonSchema("{}")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("JSON Schema");
  }

  @Test
  void thinking_isTakenOut() {
    assertThat(Thinking.split("<think>\nhm\n</think>\n\nYes")).isEqualTo(new Thinking("hm", "Yes"));
    assertThat(Thinking.split("hm</think>Yes")).isEqualTo(new Thinking("hm", "Yes"));
    assertThat(Thinking.split("<think>cut off")).isEqualTo(new Thinking("cut off", ""));
    assertThat(Thinking.split("Yes")).isEqualTo(new Thinking("", "Yes"));
  }

  private static ChatRequest ask(int maxTokens) {
    return ChatRequest.of(List.of(ChatMessage.user("ab")), maxTokens);
  }
}
