package dev.rapport.train.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.sft.Example;
import dev.rapport.train.tokenizer.CharTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SftDataTest {
  private static final CharTokenizer LETTERS = CharTokenizer.of("abc");

  @TempDir private Path folder;

  @Test
  void repliesAndTheirEnd_areLearned_andNothingElse() throws IOException {
    List<Example> examples =
        read("{\"messages\":[" + user("ab") + "," + assistant("c") + "]}\n\n", 99);

    assertThat(examples).hasSize(1);
    assertThat(examples.getFirst().tokens()).containsExactly(4, 5, 0, 6, 1);
    assertThat(examples.getFirst().learned()).containsExactly(false, false, false, true, true);
  }

  /** This tokenizer writes no marks around earlier replies, so each reply has an example. */
  @Test
  void givenATemplateThatWritesEarlierRepliesAnotherWay_eachReplyHasAnExampleOfItsOwn()
      throws IOException {
    List<Example> examples =
        read(
            "{\"messages\":[%s,%s,%s,%s]}"
                .formatted(user("a"), assistant("b"), user("c"), assistant("a")),
            99);

    assertThat(examples).hasSize(2);
    assertThat(examples.getLast().tokens()).containsExactly(4, 5, 6, 0, 4, 1);
    assertThat(examples.getLast().learned())
        .containsExactly(false, false, false, false, true, true);
  }

  @Test
  void givenABadLine_placeAndMendAreTold() {
    assertThatThrownBy(() -> read("{\"messages\":[%s]}".formatted(assistant("b")), 99))
        .hasMessageContainingAll("data.jsonl, line 1", "end with the assistant's");
    assertThatThrownBy(() -> read("nonsense", 99)).hasMessageContaining("line 1 is not JSON");
    assertThatThrownBy(() -> read("\n", 99)).hasMessageContaining("no examples");
    assertThatThrownBy(
            () -> read("{\"messages\":[%s,%s]}".formatted(user("aaaa"), assistant("b")), 5))
        .hasMessageContainingAll("7 tokens, at most 5", "--max-tokens");
    assertThatThrownBy(
            () ->
                read(
                    "{\"messages\":[{\"role\":\"tool\",\"content\":\"x\"},%s]}"
                        .formatted(assistant("b")),
                    99))
        .hasMessageContaining("role \"tool\"");
  }

  private static String user(String text) {
    return "{\"role\":\"user\",\"content\":\"%s\"}".formatted(text);
  }

  private static String assistant(String text) {
    return "{\"role\":\"assistant\",\"content\":\"%s\"}".formatted(text);
  }

  private List<Example> read(String text, int maxTokens) throws IOException {
    Path file = folder.resolve("data.jsonl");
    Files.writeString(file, text);
    return SftData.read(file, LETTERS, maxTokens);
  }
}
