package dev.rapport.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QwenRanksTest {
  @Test
  void theVocabularyIsWhole() {
    List<byte[]> tokens = QwenRanks.load();

    Set<String> distinct = new HashSet<>();
    tokens.forEach(token -> distinct.add(new String(token, StandardCharsets.ISO_8859_1)));
    assertThat(distinct).hasSize(QwenRanks.TOKENS);
    // Every text can be encoded, for every byte is a token.
    assertThat(tokens.subList(0, 256)).allMatch(token -> token.length == 1);
    assertThat(tokens.get(0)).isEqualTo("!".getBytes(StandardCharsets.US_ASCII));
    assertThat(tokens.get(9707)).isEqualTo("Hello".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<byte[]> tokens = MakeQwenRanks.parse(List.of("IQ== 0", "SGVsbG8= 1"));
    var out = new ByteArrayOutputStream();

    QwenRanks.write(tokens, out);

    assertThat(QwenRanks.read(new ByteArrayInputStream(out.toByteArray())))
        .containsExactly(new byte[] {'!'}, new byte[] {'H', 'e', 'l', 'l', 'o'});
  }

  @Test
  void givenRanksOutOfOrder_namesTheLine() {
    assertThatThrownBy(() -> MakeQwenRanks.parse(List.of("IQ== 0", "Ig== 2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("line 2", "rank 2");
  }
}
