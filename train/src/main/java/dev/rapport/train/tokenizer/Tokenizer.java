package dev.rapport.train.tokenizer;

import dev.rapport.model.ChatMessage;
import java.util.List;
import java.util.Set;

/** Turns text into the ids of one model and back. Safe for several threads. */
public interface Tokenizer {
  /**
   * The ids of a text, without begin or end marks. Text never becomes a control token, not even
   * where it spells one.
   */
  int[] encode(String text);

  /** The text of ids; control tokens are left out. */
  String decode(int[] ids);

  /** The ids of a conversation as the model was trained to see it, up to where its reply begins. */
  int[] prompt(List<ChatMessage> messages);

  /** The ids of a reply as the model should write it after {@link #prompt}, end mark included. */
  int[] reply(String text);

  /** Ids that end a reply. */
  Set<Integer> stops();
}
