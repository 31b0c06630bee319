package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.page.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chunk's turns under the short names a model sees: {@code t1}, {@code t2}, ... Pieces of one
 * turn share a name. Only what the person said can be a source.
 */
final class ChunkTurns {
  private final Map<String, Turn> byAlias = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();

  private ChunkTurns() {}

  static ChunkTurns of(Chunk chunk) {
    ChunkTurns turns = new ChunkTurns();
    Map<TurnId, String> aliases = new LinkedHashMap<>();
    for (Turn turn : chunk.turns()) {
      if (turn.role() == Role.USER || turn.role() == Role.ASSISTANT) {
        String alias = aliases.computeIfAbsent(turn.id(), id -> "t" + (aliases.size() + 1));
        turns.byAlias.merge(
            alias, turn, (before, piece) -> before.withText(before.text() + "\n" + piece.text()));
        turns.shown.add(shown(alias, turn));
      }
    }
    return turns;
  }

  /** Lines of a text are indented, so that none of them can begin a turn of its own. */
  private static String shown(String alias, Turn turn) {
    String who = turn.role() == Role.USER ? "user" : "assistant";
    return "[%s] %s:\n    %s"
        .formatted(alias, who, turn.text().strip().replaceAll("\\R", "\n    "));
  }

  /** The conversation as a model reads it, not yet fenced. */
  String text() {
    return String.join("\n", shown);
  }

  boolean isKnown(String alias) {
    return byAlias.containsKey(alias);
  }

  /** The turn of that name if the person said it. */
  Optional<Turn> own(String alias) {
    return Optional.ofNullable(byAlias.get(alias)).filter(turn -> turn.role() == Role.USER);
  }

  List<Turn> own() {
    return byAlias.values().stream().filter(turn -> turn.role() == Role.USER).toList();
  }

  /** Where a line comes from, with the passage of each turn that is nearest to its words. */
  static List<Source> sources(String text, List<Turn> turns) {
    return turns.stream()
        .map(turn -> Source.quoting(turn.id(), Passages.nearest(turn.text(), text)))
        .toList();
  }

  /** The earliest dated of some turns. */
  static Instant since(List<Turn> turns) {
    return turns.stream()
        .filter(Turn::isDated)
        .map(Turn::at)
        .min(Instant::compareTo)
        .orElse(Turn.UNDATED);
  }
}
