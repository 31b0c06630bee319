package dev.rapport.bench.rag;

import dev.rapport.conversation.Role;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/** Cuts turns into passages, without regard to the chunks they came in. */
final class Passages {
  private Passages() {}

  static List<Passage> of(List<NumberedTurn> turns, RagConfig config, TokenCounter counter) {
    List<Passage> passages = new ArrayList<>();
    List<NumberedTurn> open = new ArrayList<>();
    int tokens = 0;
    for (NumberedTurn turn : turns) {
      int more = counter.count(Passage.shown(List.of(turn)));
      if (!open.isEmpty() && begins(turn, tokens + more, config)) {
        passages.add(new Passage(open, tokens));
        open.clear();
        tokens = 0;
      }
      open.add(turn);
      tokens += more;
    }
    if (!open.isEmpty()) {
      passages.add(new Passage(open, tokens));
    }
    return List.copyOf(passages);
  }

  private static boolean begins(NumberedTurn turn, int tokens, RagConfig config) {
    return config.unit() == RagConfig.Unit.TURN
        || turn.turn().role() == Role.USER
        || tokens > config.passageTokens();
  }
}
