package dev.rapport.bench.dataset;

import dev.rapport.conversation.Message;
import java.util.stream.Stream;

/** What a chatbot would have seen of a person: their conversations in order, and nothing else. */
public interface History {
  /** Names the history within its data set; the same id is the same history. */
  String id();

  /**
   * Reads from the beginning, as a stream over the file where that is long. Close it after use.
   *
   * @throws dev.rapport.data.DatasetException while reading, naming file, place and mend
   */
  Stream<Message> messages();
}
