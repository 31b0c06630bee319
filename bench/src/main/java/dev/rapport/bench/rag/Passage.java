package dev.rapport.bench.rag;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is found or not found as a whole.
 *
 * @param turns in order
 * @param tokens of its turns as {@link #shown}, counted one by one
 */
record Passage(List<NumberedTurn> turns, int tokens) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  Passage {
    turns = List.copyOf(turns);
  }

  /** What is searched: the words alone. */
  String words() {
    return turns.stream().map(numbered -> numbered.turn().text()).collect(Collectors.joining("\n"));
  }

  /** What a reader sees: who said it, when if that is known, and the words. */
  String shown() {
    return shown(turns);
  }

  static String shown(List<NumberedTurn> turns) {
    return turns.stream().map(numbered -> said(numbered.turn())).collect(Collectors.joining());
  }

  /** Indented, so that no text can begin a turn of its own. */
  private static String said(Turn turn) {
    String who = turn.role() == Role.USER ? "user" : "assistant";
    String when = turn.isDated() ? ", " + DAY.format(turn.at()) : "";
    return who + when + ":\n    " + turn.text().strip().replaceAll("\\R", "\n    ") + "\n";
  }
}
