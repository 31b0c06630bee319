package dev.rapport.train.torch;

/**
 * Engines that compute in bf16 on the processor, from weights kept in 32 bits: for processors that
 * have instructions for it.
 */
public final class TorchBf16Engines extends TorchEngines {
  /** As the service's loader makes them. */
  public TorchBf16Engines() {
    super("torch-bf16", options -> options.withBf16(true));
  }
}
