package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.ChatReply;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ThinkSplitterTest {
  private static final List<String> PARTS =
      List.of("<think>", "</think>", "<thi", "</", "nk>", "<", "\n", "  ", "yes", "a < b");

  private static ChatReply read(List<String> pieces) {
    var builder = new ReplyBuilder("m", piece -> {});
    pieces.forEach(builder::content);
    return builder.build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Plain.                          | Plain.                     | ''",
        "<think>why</think>Because.      | Because.                   | why",
        "<think></think>Because.         | Because.                   | ''",
        "why</think>Because.             | Because.                   | why",
        "<think>why                      | ''                         | why",
        "<think>a</think><think>b</think>c | c                        | ab",
        "The tag <think> opens.          | The tag <think> opens.     | ''",
        "<think>a</think>The </think> b. | The </think> b.            | a",
        "<thinking>                      | <thinking>                 | ''",
        "1 <                             | 1 <                        | ''",
      })
  void givenAReply_itsThinkingIsTakenOut(String reply, String text, String thinking) {
    assertThat(read(List.of(reply)).text()).isEqualTo(text);
    assertThat(read(List.of(reply)).thinking()).isEqualTo(thinking);
  }

  @Test
  void givenBlankLinesAfterThinking_theTextBeginsAtItsFirstWord() {
    var reply = read(List.of("\n<think>\nhm\n</think>\n", "\n", "  So."));

    assertThat(reply.text()).isEqualTo("So.");
    assertThat(reply.thinking()).isEqualTo("hm");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyReplyCutAnywhere_theResultIsThatOfTheWhole(long seed) {
    var random = new SplittableRandom(seed);
    var whole = new StringBuilder();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      whole.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    List<String> pieces = new ArrayList<>();
    for (int at = 0, to; at < whole.length(); at = to) {
      to = Math.min(whole.length(), at + random.nextInt(1, 6));
      pieces.add(whole.substring(at, to));
    }

    assertThat(read(pieces)).isEqualTo(read(List.of(whole.toString())));
  }
}
