package dev.rapport.train.verl;

/**
 * What a job is made for.
 *
 * @param model Hugging Face name or a path on the nodes
 * @param gpus of all nodes together
 * @param groups questions of a step
 * @param rollouts of each question
 * @param chunkTokens most tokens of a chunk
 * @param pageTokens most tokens of a page
 * @param answerTokens most tokens of an answer
 * @param queryAware the labelled variant
 */
public record VerlConfig(
    String model,
    int nodes,
    int gpus,
    int groups,
    int rollouts,
    int chunkTokens,
    int pageTokens,
    int answerTokens,
    boolean queryAware) {
  /** The paper's run on one node of 8 GPUs. */
  public static final VerlConfig DEFAULT =
      new VerlConfig("Qwen/Qwen3-4B-Instruct-2507", 1, 8, 32, 8, 5000, 2048, 1024, false);

  public VerlConfig {
    if (nodes < 1 || gpus < nodes || gpus % nodes != 0) {
      throw new IllegalArgumentException(
          "%d GPUs on %d nodes: as many on each node, one at least".formatted(gpus, nodes));
    }
    if (groups < 1 || rollouts < 2 || chunkTokens < 1 || pageTokens < 1 || answerTokens < 1) {
      throw new IllegalArgumentException(
          "groups %d, rollouts %d, chunk %d, page %d, answer %d: 1 or more, rollouts 2"
              .formatted(groups, rollouts, chunkTokens, pageTokens, answerTokens));
    }
  }
}
