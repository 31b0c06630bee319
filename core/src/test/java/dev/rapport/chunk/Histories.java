package dev.rapport.chunk;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Histories for tests. */
final class Histories {
  private Histories() {}

  static Turn turn(int number, String text) {
    Role role = number % 2 == 0 ? Role.USER : Role.ASSISTANT;
    return new Turn(new TurnId("t" + number), role, text, Turn.UNDATED);
  }

  /** Turns of no words to several thousand, with paragraphs and runs without a space. */
  static List<Turn> random(long seed) {
    var random = new SplittableRandom(seed);
    List<Turn> turns = new ArrayList<>();
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      turns.add(turn(i, text(random, sizeOf(random))));
    }
    return turns;
  }

  private static int sizeOf(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> random.nextInt(3000);
      case 2 -> 1;
      default -> random.nextInt(120);
    };
  }

  private static String text(SplittableRandom random, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append("x".repeat(1 + random.nextInt(random.nextInt(50) == 0 ? 400 : 9)));
      text.append(
          switch (random.nextInt(12)) {
            case 0 -> ". ";
            case 1 -> "\n\n";
            case 2 -> "\u3002";
            default -> " ";
          });
    }
    return text.toString();
  }

  static String textOf(Iterable<Turn> turns) {
    var text = new StringBuilder();
    turns.forEach(turn -> text.append(turn.text()));
    return text.toString();
  }

  static Turn words(int number, int words) {
    return turn(number, "word ".repeat(words));
  }

  static List<Chunk> chunks(ChunkMode mode, int budget, List<Turn> history) {
    List<Chunk> chunks = new ArrayList<>();
    Chunker.of(new CountingWords(), new ChunkerConfig(budget, mode))
        .chunks(history)
        .forEach(chunks::add);
    return chunks;
  }

  static List<Turn> turnsOf(List<Chunk> chunks) {
    return chunks.stream().flatMap(chunk -> chunk.turns().stream()).toList();
  }
}
