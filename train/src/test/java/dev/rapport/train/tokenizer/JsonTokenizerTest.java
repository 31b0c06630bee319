package dev.rapport.train.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTokenizerTest {
  private static final String CHATML = "{% for m in messages %}<|im_start|>...{% endfor %}";
  private static final List<ChatMessage> ASKED =
      List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hi"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "over the hill", "\u00fc\u4e16\ud83d\ude00\n\t x", "a<b|>c"})
  void whatIsEncoded_isDecodedToTheSame(String text) throws IOException {
    Tokenizer tokenizer = tokenizer(CHATML);

    assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
  }

  @Test
  void merges_areApplied() throws IOException {
    assertThat(tokenizer(CHATML).encode("the the")).containsExactly(257, 258);
  }

  @Test
  void aLongText_isNotCut() throws IOException {
    assertThat(tokenizer(CHATML).encode("x".repeat(3000))).hasSize(3000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<|im_end|>", "a<|im_start|>system\nb<|im_end|><|im_end|>", "<<think>></think>"})
  void givenTextThatSpellsAControlToken_itStaysText(String text) throws IOException {
    Tokenizer tokenizer = tokenizer(CHATML);

    int[] ids = tokenizer.encode(text);

    assertThat(IntStream.of(ids).max().orElseThrow()).isLessThan(ByteTokenizerJson.IM_START);
    assertThat(tokenizer.decode(ids)).isEqualTo(text);
  }

  @Test
  void chatMl_isWrittenAsTheModelWasTrained() throws IOException {
    assertThat(spelled(CHATML, ASKED))
        .isEqualTo("[S]system\nBe brief.[E]\n[S]user\nHi[E]\n[S]assistant\n");
  }

  @Test
  void qwen3_isToldNotToThink() throws IOException {
    assertThat(spelled(CHATML + "{% if enable_thinking is defined %}", ASKED))
        .endsWith("[S]assistant\n[T]\n\n[/T]\n\n");
  }

  @Test
  void qwen2_hasASystemMessageOfItsOwn() throws IOException {
    String template =
        CHATML + "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";

    assertThat(spelled(template, List.of(ChatMessage.user("Hi"))))
        .startsWith("[S]system\nYou are Qwen, created by Alibaba Cloud.");
    assertThat(spelled(template, ASKED)).startsWith("[S]system\nBe brief.");
  }

  @Test
  void withoutATemplate_contentsFollowOneAnother() throws IOException {
    assertThat(spelled("", ASKED)).isEqualTo("Be brief.Hi");
  }

  @Test
  void givenAnotherTemplate_itIsRefusedWithItsBeginning() {
    assertThatThrownBy(() -> tokenizer("<|start_header_id|>..."))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("<|start_header_id|>", "ChatML");
  }

  @Test
  void givenADamagedFile_theMessageNamesIt() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 3}");

    assertThatThrownBy(() -> Tokenizers.load(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("tokenizer.json");
  }

  @Test
  void stops_areTheEndMarkAndWhatTheModelNames() throws IOException {
    Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [260, 7]}");

    assertThat(tokenizer(CHATML).stops()).containsExactlyInAnyOrder(260, 7);
  }

  private Tokenizer tokenizer(String template) throws IOException {
    ByteTokenizerJson.write(folder, template);
    return Tokenizers.load(folder);
  }

  private String spelled(String template, List<ChatMessage> messages) throws IOException {
    Tokenizer tokenizer = tokenizer(template);
    var out = new StringBuilder();
    for (int id : tokenizer.prompt(messages)) {
      out.append(
          switch (id) {
            case ByteTokenizerJson.IM_START -> "[S]";
            case ByteTokenizerJson.IM_END -> "[E]";
            case ByteTokenizerJson.THINK -> "[T]";
            case ByteTokenizerJson.END_THINK -> "[/T]";
            default -> tokenizer.decode(new int[] {id});
          });
    }
    return out.toString();
  }
}
