package dev.rapport.train.torch;

import dev.rapport.train.TrainException;
import org.bytedeco.pytorch.global.torch;

/** Engines that compute in bf16 on an NVIDIA GPU, from weights kept in 32 bits there. */
public final class TorchCudaEngines extends TorchEngines {
  /** As the service's loader makes them. */
  public TorchCudaEngines() {
    super("torch-cuda", options -> there(options.withBf16(true)));
  }

  private static TorchOptions there(TorchOptions options) {
    TorchRuntime.prepare();
    if (!torch.cuda_is_available()) {
      throw new TrainException(
          "the engine torch-cuda finds no GPU: either there is none, or this build lacks its"
              + " libraries. Build with RAPPORT_BUILD=-Ptorch,gpu ./rapport ..., with CUDA 13 and"
              + " cuDNN 9 on LD_LIBRARY_PATH; or use --engine torch");
    }
    return options.onCuda();
  }
}
