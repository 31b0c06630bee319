package dev.rapport.train.verl;

/**
 * The arithmetic that verl does not do for its user: it counts conversations as rows, so that what
 * its documentation calls a batch is another number where rollouts have several.
 *
 * @param conversations most of one rollout: its chunks and the answer
 * @param rows most rows of a step
 * @param miniBatch the setting that makes one optimiser step of them
 * @param paddedRows rows of a step after verl filled them up with empty ones
 * @param optimiserSteps of each step
 * @param promptTokens most tokens of a prompt, page and margin included
 * @param responseTokens most tokens of a response
 * @param modelTokens most tokens of both
 * @param stepsPerEpoch whole batches in the data
 */
public record VerlPlan(
    int conversations,
    int rows,
    int miniBatch,
    int paddedRows,
    int optimiserSteps,
    int promptTokens,
    int responseTokens,
    int modelTokens,
    int stepsPerEpoch) {
  /** Room for another tokenizer than the one that counted. */
  private static final double MARGIN = 1.15;

  private static final int CHAT_FORMAT = 64;

  /**
   * @param chunks most chunks of a history in the data
   * @param promptTokens most tokens of a prompt in the data, its page aside
   * @param questions in the training data
   */
  public static VerlPlan of(VerlConfig config, int chunks, int promptTokens, int questions) {
    int conversations = chunks + 1;
    int rows = config.groups() * config.rollouts() * conversations;
    // A mini-batch has this many times the rollouts rows.
    int miniBatch = config.groups() * conversations;
    int unit = lcm(config.gpus(), miniBatch * config.rollouts());
    int padded = (rows + unit - 1) / unit * unit;
    int prompt = up((int) ((promptTokens + config.pageTokens()) * MARGIN) + CHAT_FORMAT);
    int response = Math.max(config.pageTokens(), config.answerTokens());
    return new VerlPlan(
        conversations,
        rows,
        miniBatch,
        padded,
        padded / (miniBatch * config.rollouts()),
        prompt,
        response,
        prompt + response,
        questions / config.groups());
  }

  private static int up(int tokens) {
    return (tokens + 255) / 256 * 256;
  }

  private static int lcm(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int rest = x % y;
      x = y;
      y = rest;
    }
    return a / x * b;
  }
}
