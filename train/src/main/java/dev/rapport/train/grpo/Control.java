package dev.rapport.train.grpo;

/** Ways to break the learning on purpose, to see that it was learning. */
public enum Control {
  NONE,
  /** Every advantage turned round: the reward must fall. */
  SIGN_FLIPPED,
  /** Each group's rewards dealt out anew: nothing can be learned. */
  SHUFFLED_REWARDS
}
