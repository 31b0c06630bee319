package dev.rapport.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What computes, and on how many threads. No type of the trainer stands here: any JDK loads it. */
final class TrainEngine {
  private static final List<String> KNOWN = List.of("java", "torch", "torch-bf16", "torch-cuda");

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "What computes: java (nothing to fetch, the same bytes on any number of threads), or"
              + " libtorch, in builds made with RAPPORT_BUILD=-Ptorch: torch (32 bits), torch-bf16,"
              + " torch-cuda (bf16 on an NVIDIA GPU; RAPPORT_BUILD=-Ptorch,gpu). Default:"
              + " ${DEFAULT-VALUE}.")
  private String engine = "java";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "To work on, of each process; changes no result of the engine java. 0 takes all. Default:"
              + " ${DEFAULT-VALUE}.")
  private int threads;

  String name() {
    if (!KNOWN.contains(engine)) {
      throw new UsageException("--engine \"%s\" must be one of %s".formatted(engine, KNOWN));
    }
    return engine;
  }

  int threads() {
    return threads(1);
  }

  /**
   * @param processes that share this machine
   */
  int threads(int processes) {
    if (threads < 0) {
      throw new UsageException("--threads %d must be 0 or more".formatted(threads));
    }
    return threads == 0
        ? Math.max(1, Runtime.getRuntime().availableProcessors() / processes)
        : threads;
  }
}
