package dev.rapport.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactChunksTest {
  private static final int BUDGET = 256;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @Test
  void cutsWithinAWordWhereTheBudgetIsFull() {
    // "Message 1 (user): " has six tokens by this counter.
    Turn turn = Histories.turn(0, "x".repeat(8 * 300));

    List<Chunk> chunks = chunks(List.of(turn));

    assertThat(chunks.get(0).tokens()).isEqualTo(BUDGET);
    assertThat(chunks.get(0).turns().getFirst().text()).hasSize(8 * (BUDGET - 6));
    assertThat(chunks.get(1).turns().getFirst().id()).isEqualTo(turn.id());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void chunksAreTheRenderedTranscriptCutAtTheBudget(long seed) {
    List<Turn> history = Histories.random(seed);
    var counter = new CountingWords();
    String transcript = transcript(history);

    List<Integer> expected = new ArrayList<>();
    for (int at = 0; at < transcript.length(); ) {
      int end = counter.fit(transcript, at, BUDGET);
      expected.add(counter.count(transcript.substring(at, end)));
      at = end;
    }

    assertThat(chunks(history)).extracting(Chunk::tokens).isEqualTo(expected);
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

  private static List<Chunk> chunks(List<Turn> history) {
    return Histories.chunks(ChunkMode.EXACT, BUDGET, history);
  }
}
