package dev.rapport.train.rollout;

/**
 * What a rollout is about: a history in chunks, and one question. The prompts that write the page
 * are given before the question is known, unless the task is of the labelled variant {@code
 * query-aware}. A task without updates answers from the history itself.
 */
public interface RolloutTask {
  /** How many chunks are read, at most 8 in the paper; 0 when the answer's prompt holds them. */
  int updates();

  /** The page before anything was read; may be empty. */
  int[] blankPage();

  /**
   * The prompt that makes the policy write its page anew.
   *
   * @param chunk from 0 to {@link #updates} - 1
   * @param page as it was written last, without the stop token
   */
  int[] updatePrompt(int chunk, int[] page);

  /** The prompt that asks the question over the page as it ended. */
  int[] answerPrompt(int[] page);

  /** Most tokens of a page, the stop token included. */
  int pageTokens();

  /** Most tokens of an answer, the stop token included. */
  int answerTokens();
}
