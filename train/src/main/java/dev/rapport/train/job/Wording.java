package dev.rapport.train.job;

import dev.rapport.model.ChatMessage;
import java.util.List;

/** What a policy is asked in a rollout, in words. */
public interface Wording {
  /** Names the question. */
  String id();

  /** How many chunks are read; 0 when the answer is given over the history itself. */
  int updates();

  /**
   * @param chunk from 0 to {@link #updates} - 1
   * @param page what the policy wrote last, in its own words; empty before it wrote anything
   */
  List<ChatMessage> update(int chunk, String page);

  /** The question over the page as it ended. */
  List<ChatMessage> answer(String page);
}
