package dev.rapport.data.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import dev.rapport.data.corpus.CorpusMessage.Revealing;
import dev.rapport.data.corpus.CorpusMessage.Silent;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ImplicitCorpusTest {
  private static final String SILENT =
      """
      {"id":"x-1","topic":"t","scenario":"s","user_text":"u","owner":"none","kind":"neutral"}
      """;

  @Test
  void theShippedCorpusIsWhole() {
    ImplicitCorpus corpus = ImplicitCorpus.shipped();

    assertThat(corpus.messages()).hasSize(960);
    assertThat(corpus.messages()).extracting(CorpusMessage::id).doesNotHaveDuplicates();
    assertThat(corpus.messages()).filteredOn(m -> m instanceof Silent).hasSize(96);
    assertThat(corpus.messages())
        .filteredOn(m -> m instanceof Revealing r && r.owner() == CorpusOwner.OTHER)
        .hasSize(138);
  }

  @Test
  void thePartsAreDisjointCompleteAndAboutFourToOne() {
    ImplicitCorpus corpus = ImplicitCorpus.shipped();

    int tune = corpus.part(CorpusPart.TUNE).size();
    int test = corpus.part(CorpusPart.TEST).size();

    assertThat(tune + test).isEqualTo(960);
    assertThat(test).isBetween(160, 224);
  }

  @Test
  void givenAFault_namesFileLineAndField() {
    String lines = SILENT + SILENT.replace("x-1", "x-2").replace("\"none\"", "\"cat\"");

    assertThatThrownBy(() -> ImplicitCorpus.read("c9.jsonl", new StringReader(lines)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("c9.jsonl, line 2", "/owner", "cat", "none");
  }

  @Test
  void givenAnIdTwice_namesIt() {
    assertThatThrownBy(() -> ImplicitCorpus.read("c9.jsonl", new StringReader(SILENT + SILENT)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("line 2", "x-1");
  }
}
