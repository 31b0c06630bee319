package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Turn;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in both modes. */
class ChunkerTest {
  private static final int BUDGET = 256;

  static Stream<Arguments> modesAndSeeds() {
    return IntStream.range(0, 20)
        .boxed()
        .flatMap(seed -> Stream.of(ChunkMode.values()).map(mode -> Arguments.of(mode, seed)));
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void nothingIsLostAndOrderIsKept(ChunkMode mode, long seed) {
    List<Turn> history = Histories.random(seed);

    List<Chunk> chunks = Histories.chunks(mode, BUDGET, history);

    assertThat(Histories.textOf(Histories.turnsOf(chunks))).isEqualTo(Histories.textOf(history));
    assertThat(textById(Histories.turnsOf(chunks))).isEqualTo(textById(history));
    assertThat(chunks).extracting(Chunk::index).isEqualTo(countingUpTo(chunks.size()));
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void everyChunkStaysWithinTheBudget(ChunkMode mode, long seed) {
    for (Chunk chunk : Histories.chunks(mode, BUDGET, Histories.random(seed))) {
      assertThat(chunk.tokens()).isBetween(1, BUDGET);
    }
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void theSameHistoryGivesTheSameChunks(ChunkMode mode, long seed) {
    assertThat(Histories.chunks(mode, BUDGET, Histories.random(seed)))
        .isEqualTo(Histories.chunks(mode, BUDGET, Histories.random(seed)));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyHistoryOrOneWithoutTextHasNoChunk(ChunkMode mode) {
    assertThat(Histories.chunks(mode, BUDGET, List.of())).isEmpty();
    assertThat(
            Histories.chunks(mode, BUDGET, List.of(Histories.turn(0, ""), Histories.turn(1, ""))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givenTheEnd_nextSaysSo(ChunkMode mode) {
    Iterator<Chunk> chunks =
        Chunker.of(new CountingWords(), new ChunkerConfig(BUDGET, mode))
            .chunks(List.of(Histories.words(0, 3)).iterator());
    chunks.next();

    assertThat(chunks.hasNext()).isFalse();
    assertThatThrownBy(chunks::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("1");
  }

  private static Map<String, String> textById(List<Turn> turns) {
    Map<String, String> texts = new LinkedHashMap<>();
    turns.forEach(turn -> texts.merge(turn.id().value(), turn.text(), String::concat));
    texts.values().removeAll(Collections.singleton(""));
    return texts;
  }

  private static List<Integer> countingUpTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
