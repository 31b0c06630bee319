package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeTurnChunksTest {
  private static final int BUDGET = 256;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tokensAreThoseOfTheTextsAndOnlyTooLargeTurnsAreSplit(long seed) {
    var counter = new CountingWords();
    List<Turn> history = Histories.random(seed);

    List<Chunk> chunks = chunks(history);

    for (Chunk chunk : chunks) {
      assertThat(chunk.tokens())
          .isEqualTo(chunk.turns().stream().mapToInt(turn -> counter.count(turn.text())).sum());
    }
    Map<String, Long> pieces = new HashMap<>();
    Histories.turnsOf(chunks).forEach(turn -> pieces.merge(turn.id().value(), 1L, Long::sum));
    for (Turn turn : history) {
      int tokens = counter.count(turn.text());
      if (!turn.text().isEmpty() && tokens <= BUDGET - WholeTurnChunks.TURN_COST) {
        assertThat(pieces.get(turn.id().value())).isEqualTo(1);
      }
    }
  }

  @Test
  void aChunkIsClosedBeforeTheTurnThatWouldOverflowIt() {
    List<Turn> history =
        List.of(Histories.words(0, 100), Histories.words(1, 100), Histories.words(2, 100));

    List<Chunk> chunks = chunks(history);

    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(0).turns()).containsExactly(history.get(0), history.get(1));
    assertThat(chunks.get(1).turns()).containsExactly(history.get(2));
  }

  @Test
  void aLargeTurnIsSplitAtAParagraphElseASentenceElseAWord() {
    assertThat(firstPieceOf("one two three. ".repeat(40), "one two. four\n\n", "six. ".repeat(200)))
        .endsWith("four\n\n");
    assertThat(firstPieceOf("one two ".repeat(90), "three. ", "four ".repeat(200)))
        .endsWith("three. ");
    assertThat(firstPieceOf("one ".repeat(900))).endsWith("one ");
    assertThat(firstPieceOf("x".repeat(9000))).hasSize(248 * 8);
  }

  @Test
  void whatIsLeftOfALargeTurnSharesItsChunkWithTheNext() {
    List<Chunk> chunks = chunks(List.of(Histories.words(0, 300), Histories.words(1, 20)));

    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(1).turns())
        .extracting(turn -> turn.id().value())
        .containsExactly("t0", "t1");
  }

  @Test
  void manySmallTurnsDoNotSwellAChunk() {
    List<Turn> history = IntStream.range(0, 1000).mapToObj(i -> Histories.words(i, 1)).toList();

    assertThat(chunks(history).getFirst().turns()).hasSize(28);
  }

  private static String firstPieceOf(String... texts) {
    Turn turn = Histories.turn(0, String.join("", texts));
    return chunks(List.of(turn)).getFirst().turns().getFirst().text();
  }

  private static List<Chunk> chunks(List<Turn> history) {
    return Histories.chunks(ChunkMode.WHOLE_TURNS, BUDGET, history);
  }
}
