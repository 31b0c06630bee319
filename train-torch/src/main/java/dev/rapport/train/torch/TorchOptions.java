package dev.rapport.train.torch;

/**
 * How the engine computes.
 *
 * @param threads Java threads, each with one native thread; 1 on a GPU
 * @param bf16 computes in bf16 from weights kept in 32 bits; else in 32 bits
 * @param checkpointing keeps only what goes into each layer, and computes it again on the way back
 * @param tokens of one micro-batch, padding included, unless a single sequence has more
 * @param device {@code cpu} or {@code cuda}
 */
public record TorchOptions(
    int threads, boolean bf16, boolean checkpointing, int tokens, String device) {
  public TorchOptions {
    if (threads < 1 || tokens < 1) {
      throw new IllegalArgumentException(
          "%d threads and %d tokens; must be at least 1".formatted(threads, tokens));
    }
    if (!device.equals("cpu") && threads != 1) {
      throw new IllegalArgumentException(
          "%d threads on %s; a GPU is driven by one".formatted(threads, device));
    }
  }

  /** In 32 bits on the CPU. */
  public static TorchOptions cpu(int threads) {
    return new TorchOptions(threads, false, false, 8192, "cpu");
  }

  public TorchOptions withBf16(boolean value) {
    return new TorchOptions(threads, value, checkpointing, tokens, device);
  }

  public TorchOptions withCheckpointing(boolean value) {
    return new TorchOptions(threads, bf16, value, tokens, device);
  }

  public TorchOptions withTokens(int value) {
    return new TorchOptions(threads, bf16, checkpointing, value, device);
  }

  /** On the GPU, which one thread drives. */
  public TorchOptions onCuda() {
    return new TorchOptions(1, bf16, checkpointing, tokens, "cuda");
  }
}
