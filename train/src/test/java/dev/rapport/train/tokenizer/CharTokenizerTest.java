package dev.rapport.train.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CharTokenizerTest {
  private static final CharTokenizer DIGITS = CharTokenizer.of("0123456789,:");

  @TempDir private Path folder;

  @Test
  void anArithmeticPrompt_hasTheIdsOfTheTinyLlama() {
    assertThat(DIGITS.prompt(List.of(ChatMessage.user("7,8:9,3"))))
        .containsExactly(11, 14, 12, 15, 13, 14, 7, 0);
    assertThat(DIGITS.stops()).containsExactly(1);
    assertThat(DIGITS.vocabulary()).isEqualTo(16);
  }

  @Test
  void whatIsEncoded_isDecodedWithoutControlsAndStrangers() {
    assertThat(DIGITS.encode("1a2")).containsExactly(5, CharTokenizer.UNKNOWN, 6);
    assertThat(DIGITS.decode(new int[] {0, 5, 3, 6, 1, 99})).isEqualTo("12");
  }

  @Test
  void itsFile_listsTheCharacters() throws IOException {
    CharTokenizerJson.write(folder, "ab\ud83d\ude00");

    assertThat(Tokenizers.load(folder).encode("\ud83d\ude00ba")).containsExactly(6, 5, 4);
  }

  @Test
  void givenNoTokenizer_theMessageNamesTheFolder() throws IOException {
    assertThatThrownBy(() -> Tokenizers.load(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining(folder.toString());
    Files.writeString(folder.resolve("tokenizer_config.json"), "{}");
    assertThatThrownBy(() -> Tokenizers.load(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining("char_ords");
    assertThatThrownBy(() -> CharTokenizer.of("aba")).hasMessageContaining("aba");
  }
}
