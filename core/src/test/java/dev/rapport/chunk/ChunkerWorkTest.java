package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a long history costs: characters handed to the counter, characters held back. */
class ChunkerWorkTest {
  @ParameterizedTest
  @EnumSource
  void workGrowsWithTheLengthOfTheHistory(ChunkMode mode) {
    for (int words : new int[] {30, 5_000}) {
      long once = charactersCounted(mode, words, 150_000 / words);
      long twice = charactersCounted(mode, words, 300_000 / words);
      long written = 300_000L * "word ".length();

      assertThat((double) twice / once).isBetween(1.8, 2.2);
      assertThat((double) twice / written).isLessThan(4.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneHugeTurnIsLinearToo(ChunkMode mode) {
    long written = 400_000L * "word ".length();

    assertThat((double) charactersCounted(mode, 400_000, 1) / written).isLessThan(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void aHundredMegabytesPassInBoundedMemory(ChunkMode mode) {
    Turn turn = Histories.words(0, 200);
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
        .chunks(new EndlessTurns(Histories.words(0, words), turns))
        .forEachRemaining(chunk -> {});
    return counter.characters();
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
