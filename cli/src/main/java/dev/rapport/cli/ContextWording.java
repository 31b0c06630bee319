package dev.rapport.cli;

import dev.rapport.memory.Recall;
import dev.rapport.model.ChatMessage;
import java.util.List;

/**
 * Answering over the history itself.
 *
 * @param recall of it, as much as may be read
 */
record ContextWording(TrainQuestion asked, Recall recall) implements TrainWording {
  @Override
  public int updates() {
    return 0;
  }

  @Override
  public List<ChatMessage> update(int chunk, String page) {
    throw new IllegalStateException("no page is written over a full history");
  }

  @Override
  public List<ChatMessage> answer(String page) {
    return asked.prompt(recall);
  }
}
