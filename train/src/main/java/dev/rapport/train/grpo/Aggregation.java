package dev.rapport.train.grpo;

/** How the losses of tokens become one number over a mini-batch. */
public enum Aggregation {
  /** One denominator for all tokens of all conversations of all rollouts. */
  TOKEN_MEAN,
  /** The sum of each conversation, averaged over conversations. */
  SEQ_MEAN_TOKEN_SUM,
  /** The mean of each conversation, averaged over conversations: long ones weigh too little. */
  SEQ_MEAN_TOKEN_MEAN,
  /** The sum of each conversation over a constant width, averaged over conversations. */
  SEQ_MEAN_TOKEN_SUM_NORM,
  /** The plain sum. */
  TOKEN_SUM;

  /**
   * The weight of each token of a conversation.
   *
   * @param tokens of the mini-batch
   * @param conversations of the mini-batch that have tokens
   * @param length tokens of this conversation
   * @param width the constant of {@link #SEQ_MEAN_TOKEN_SUM_NORM}
   */
  double weight(long tokens, long conversations, int length, int width) {
    return switch (this) {
      case TOKEN_MEAN -> 1.0 / tokens;
      case SEQ_MEAN_TOKEN_SUM -> 1.0 / conversations;
      case SEQ_MEAN_TOKEN_MEAN -> 1.0 / conversations / length;
      case SEQ_MEAN_TOKEN_SUM_NORM -> 1.0 / conversations / width;
      case TOKEN_SUM -> 1;
    };
  }
}
