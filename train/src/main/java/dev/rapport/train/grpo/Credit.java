package dev.rapport.train.grpo;

/** Which conversations of a rollout learn from its reward. */
public enum Credit {
  ALL,
  /** The control: pages are written but never learned from. */
  ANSWER_ONLY
}
