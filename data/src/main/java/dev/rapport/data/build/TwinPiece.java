package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import java.util.List;

/**
 * Other words for the conversation that an item rests on, which make another option right.
 *
 * @param item id of the item
 * @param option index of that option in the item's incorrect ones
 */
record TwinPiece(String item, int option, String preference, List<HistoryMessage> messages) {
  TwinPiece {
    messages = List.copyOf(messages);
  }
}
