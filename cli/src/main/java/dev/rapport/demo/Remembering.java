package dev.rapport.demo;

import dev.rapport.conversation.Conversation;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import java.util.List;
import java.util.function.Function;

/** A memory to be scored: reads a history, then recalls for queries it has not seen. */
public interface Remembering {
  /** As in reports. */
  String name();

  /** Reads the history to its end. No query is known yet. */
  Function<Query, Recall> read(List<Conversation> history);
}
