package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkerTest {
  private static final int BUDGET = 256;

  static Stream<Arguments> modesAndSeeds() {
    return IntStream.range(0, 40)
        .boxed()
        .flatMap(seed -> Stream.of(ChunkMode.values()).map(mode -> Arguments.of(mode, seed)));
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void nothingIsLostAndOrderIsKept(ChunkMode mode, long seed) {
    List<Turn> history = Histories.random(seed);

    List<Chunk> chunks = chunks(mode, history);

    assertThat(Histories.textOf(turnsOf(chunks))).isEqualTo(Histories.textOf(history));
    assertThat(textById(turnsOf(chunks))).isEqualTo(textById(history));
    assertThat(chunks).extracting(Chunk::index).isEqualTo(countingUpTo(chunks.size()));
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void everyChunkStaysWithinTheBudget(ChunkMode mode, long seed) {
    for (Chunk chunk : chunks(mode, Histories.random(seed))) {
      assertThat(chunk.tokens()).isBetween(1, BUDGET);
    }
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void theSameHistoryGivesTheSameChunks(ChunkMode mode, long seed) {
    assertThat(chunks(mode, Histories.random(seed)))
        .isEqualTo(chunks(mode, Histories.random(seed)));
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void wholeTurns_tokensAreThoseOfTheTextsAndOnlyTooLargeTurnsAreSplit(ChunkMode mode, long seed) {
    var counter = new CountingWords();
    List<Turn> history = Histories.random(seed);

    List<Chunk> chunks = chunks(ChunkMode.WHOLE_TURNS, history);

    for (Chunk chunk : chunks) {
      assertThat(chunk.tokens())
          .isEqualTo(chunk.turns().stream().mapToInt(turn -> counter.count(turn.text())).sum());
    }
    Map<String, Long> pieces = new HashMap<>();
    turnsOf(chunks).forEach(turn -> pieces.merge(turn.id().value(), 1L, Long::sum));
    for (Turn turn : history) {
      int tokens = counter.count(turn.text());
      if (!turn.text().isEmpty() && tokens <= BUDGET - WholeTurnChunks.TURN_COST) {
        assertThat(pieces.get(turn.id().value())).isEqualTo(1);
      }
    }
  }

  @Test
  void wholeTurns_aChunkIsClosedBeforeTheTurnThatWouldOverflowIt() {
    List<Turn> history = List.of(words(0, 100), words(1, 100), words(2, 100));

    List<Chunk> chunks = chunks(ChunkMode.WHOLE_TURNS, history);

    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(0).turns()).containsExactly(history.get(0), history.get(1));
    assertThat(chunks.get(1).turns()).containsExactly(history.get(2));
  }

  @Test
  void wholeTurns_aLargeTurnIsSplitAtAParagraphElseASentenceElseAWord() {
    assertThat(firstPieceOf("one two three. ".repeat(40), "one two. four\n\n", "six. ".repeat(200)))
        .endsWith("four\n\n");
    assertThat(firstPieceOf("one two ".repeat(90), "three. ", "four ".repeat(200)))
        .endsWith("three. ");
    assertThat(firstPieceOf("one ".repeat(900))).endsWith("one ");
    assertThat(firstPieceOf("x".repeat(9000))).hasSize(248 * 8);
  }

  @Test
  void wholeTurns_whatIsLeftOfALargeTurnSharesItsChunkWithTheNext() {
    List<Chunk> chunks = chunks(ChunkMode.WHOLE_TURNS, List.of(words(0, 300), words(1, 20)));

    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(1).turns())
        .extracting(turn -> turn.id().value())
        .containsExactly("t0", "t1");
  }

  @Test
  void wholeTurns_manySmallTurnsDoNotSwellAChunk() {
    List<Turn> history = IntStream.range(0, 1000).mapToObj(i -> words(i, 1)).toList();

    assertThat(chunks(ChunkMode.WHOLE_TURNS, history).getFirst().turns()).hasSize(28);
  }

  @Test
  void exact_cutsWithinAWordWhereTheBudgetIsFull() {
    // "Message 1 (user): " has six tokens by this counter.
    Turn turn = Histories.turn(0, "x".repeat(8 * 300));

    List<Chunk> chunks = chunks(ChunkMode.EXACT, List.of(turn));

    assertThat(chunks.get(0).tokens()).isEqualTo(BUDGET);
    assertThat(chunks.get(0).turns().getFirst().text()).hasSize(8 * (BUDGET - 6));
    assertThat(chunks.get(1).turns().getFirst().id()).isEqualTo(turn.id());
  }

  @ParameterizedTest
  @MethodSource("modesAndSeeds")
  void exact_chunksAreTheRenderedTranscriptCutAtTheBudget(ChunkMode mode, long seed) {
    List<Turn> history = Histories.random(seed);
    var counter = new CountingWords();
    String transcript = transcript(history);

    List<Integer> expected = new ArrayList<>();
    for (int at = 0; at < transcript.length(); ) {
      int end = counter.fit(transcript, at, BUDGET);
      expected.add(counter.count(transcript.substring(at, end)));
      at = end;
    }

    assertThat(chunks(ChunkMode.EXACT, history)).extracting(Chunk::tokens).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyHistoryOrOneWithoutTextHasNoChunk(ChunkMode mode) {
    assertThat(chunks(mode, List.of())).isEmpty();
    assertThat(chunks(mode, List.of(Histories.turn(0, ""), Histories.turn(1, "")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givenTheEnd_nextSaysSo(ChunkMode mode) {
    Iterator<Chunk> chunks =
        Chunker.of(new CountingWords(), new ChunkerConfig(BUDGET, mode))
            .chunks(List.of(words(0, 3)).iterator());
    chunks.next();

    assertThat(chunks.hasNext()).isFalse();
    assertThatThrownBy(chunks::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("1");
  }

  @ParameterizedTest
  @EnumSource
  void workGrowsWithTheLengthOfTheHistory(ChunkMode mode) {
    for (int words : new int[] {30, 5_000}) {
      long once = charactersCounted(mode, words, 600_000 / words);
      long twice = charactersCounted(mode, words, 1_200_000 / words);
      long written = 1_200_000L * "word ".length();

      assertThat((double) twice / once).isBetween(1.8, 2.2);
      assertThat((double) twice / written).isLessThan(4.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneHugeTurnIsLinearToo(ChunkMode mode) {
    long written = 2_000_000L * "word ".length();

    assertThat((double) charactersCounted(mode, 2_000_000, 1) / written).isLessThan(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void aHundredMegabytesPassInBoundedMemory(ChunkMode mode) {
    Turn turn = words(0, 200);
    var source = new EndlessTurns(turn, 100_000);
    Iterator<Chunk> chunks =
        Chunker.of(new FiveCharacterTokens(), new ChunkerConfig(5000, mode)).chunks(source);

    long most = 0;
    long out = 0;
    while (chunks.hasNext()) {
      out += chunks.next().turns().stream().mapToLong(piece -> piece.text().length()).sum();
      most = Math.max(most, source.characters - out);
    }

    assertThat(source.characters).isEqualTo(100_000_000);
    assertThat(out).isEqualTo(source.characters);
    assertThat(most).isLessThan(100_000);
  }

  private static long charactersCounted(ChunkMode mode, int words, int turns) {
    var counter = new CountingWords();
    Chunker.of(counter, new ChunkerConfig(5000, mode))
        .chunks(new EndlessTurns(words(0, words), turns))
        .forEachRemaining(chunk -> {});
    return counter.characters();
  }

  private static String firstPieceOf(String... texts) {
    Turn turn = Histories.turn(0, String.join("", texts));
    return chunks(ChunkMode.WHOLE_TURNS, List.of(turn)).getFirst().turns().getFirst().text();
  }

  private static Turn words(int number, int words) {
    return Histories.turn(number, "word ".repeat(words));
  }

  private static List<Chunk> chunks(ChunkMode mode, List<Turn> history) {
    List<Chunk> chunks = new ArrayList<>();
    Chunker.of(new CountingWords(), new ChunkerConfig(BUDGET, mode))
        .chunks(history)
        .forEach(chunks::add);
    return chunks;
  }

  private static List<Turn> turnsOf(List<Chunk> chunks) {
    return chunks.stream().flatMap(chunk -> chunk.turns().stream()).toList();
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

  private static String transcript(List<Turn> history) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Turn turn = history.get(i);
      if (!turn.text().isEmpty()) {
        String role = i % 2 == 0 ? "user" : "assistant";
        messages.add("Message %d (%s): %s".formatted(i + 1, role, turn.text()));
      }
    }
    return String.join("\n\n", messages);
  }

  /** The same turn again and again, and how much of it was read. */
  private static final class EndlessTurns implements Iterator<Turn> {
    private final Turn turn;
    private int left;
    private long characters;

    EndlessTurns(Turn turn, int count) {
      this.turn = turn;
      this.left = count;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Turn next() {
      if (left == 0) {
        throw new NoSuchElementException("no more turns");
      }
      left--;
      characters += turn.text().length();
      return turn;
    }
  }
}
