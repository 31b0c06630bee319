package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import java.util.List;

/**
 * A conversation that goes into a history whole or not at all.
 *
 * @param after ids of conversations that must come earlier
 * @param follows ids of conversations of which the last one comes right before it; most have none
 */
record Piece(
    String id,
    String scenario,
    List<HistoryMessage> messages,
    List<String> after,
    List<String> follows) {
  Piece {
    messages = List.copyOf(messages);
    after = List.copyOf(after);
    follows = List.copyOf(follows);
  }

  Piece withMessages(List<HistoryMessage> others) {
    return new Piece(id, scenario, others, after, follows);
  }
}
