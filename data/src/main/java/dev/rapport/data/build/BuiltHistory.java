package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One history laid out.
 *
 * @param starts tokens that come before each conversation, the system message's among them
 */
record BuiltHistory(
    List<HistoryMessage> messages,
    Map<String, Long> starts,
    long totalTokens,
    long irrelevantTokens) {
  /**
   * @param replaced id of the conversation to put other messages for; empty for none
   */
  static BuiltHistory of(
      Plan plan,
      String goldPersona,
      String replaced,
      List<HistoryMessage> others,
      TokenCounter counter) {
    List<HistoryMessage> messages = new ArrayList<>();
    Map<String, Long> starts = new LinkedHashMap<>();
    long tokens = counter.count(goldPersona);
    long irrelevant = 0;
    for (int i = 0; i < plan.gaps().size(); i++) {
      for (CountedFiller filler : plan.gaps().get(i)) {
        messages.addAll(filler.messages());
        irrelevant += filler.tokens();
        tokens += filler.tokens();
      }
      for (Piece piece : i < plan.groups().size() ? plan.groups().get(i) : List.<Piece>of()) {
        List<HistoryMessage> said = piece.id().equals(replaced) ? others : piece.messages();
        starts.put(piece.id(), tokens);
        messages.addAll(said);
        tokens += Tokens.of(said, counter);
      }
    }
    return new BuiltHistory(messages, starts, tokens, irrelevant);
  }

  /** Tokens from the first message of a conversation to the end. */
  long distance(String piece) {
    return totalTokens - starts.getOrDefault(piece, totalTokens);
  }
}
