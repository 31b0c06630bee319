package dev.rapport.train.torch;

import com.sun.management.OperatingSystemMXBean;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Both engines turn by turn on the same work, so that a busy machine is as busy for each. */
final class EnginesBenchmark {
  private static final int TOKENS = 8 * 512;

  private EnginesBenchmark() {}

  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    var config =
        new ModelConfig(
            Family.QWEN3, 2048, 256, 768, 4, 4, 2, 64, 1024, 1e-6, 10_000, true, List.of());
    var engines = new LinkedHashMap<String, PolicyEngine>();
    var plain = JavaEngine.random(config, 1, threads);
    engines.put("java", plain);
    engines.put("torch fp32", TorchEngine.of(config, plain.tensors(), TorchOptions.cpu(threads)));
    engines.put(
        "torch bf16",
        TorchEngine.of(config, plain.tensors(), TorchOptions.cpu(threads).withBf16(true)));
    var best = new LinkedHashMap<String, double[]>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, PolicyEngine> entry : engines.entrySet()) {
        double[] mine = best.computeIfAbsent(entry.getKey(), key -> new double[6]);
        PolicyEngine engine = entry.getValue();
        measure(mine, 0, TOKENS, () -> train(engine));
        measure(mine, 2, 128, () -> write(engine, 1));
        measure(mine, 4, 16 * 128, () -> write(engine, 16));
      }
    }
    System.out.println("engine: training, writing 1, writing 16 as tok/s (tok/cpu-s), best round");
    best.forEach(
        (name, b) ->
            System.out.printf(
                "%s: %.0f (%.0f), %.0f (%.0f), %.0f (%.0f)%n",
                name, b[0], b[1], b[2], b[3], b[4], b[5]));
    engines.values().forEach(PolicyEngine::close);
  }

  private static void measure(double[] best, int at, int tokens, Runnable work) {
    long spent = cpu();
    long start = System.nanoTime();
    work.run();
    best[at] = Math.max(best[at], tokens * 1e9 / (System.nanoTime() - start));
    best[at + 1] = Math.max(best[at + 1], tokens * 1e9 / (cpu() - spent));
  }

  private static void train(PolicyEngine engine) {
    var random = new SplittableRandom(2);
    var batch = new ArrayList<Sequence>();
    for (int i = 0; i < 8; i++) {
      batch.add(new Sequence(random.ints(513, 0, 2048).toArray(), 1));
    }
    engine.accumulate(
        batch,
        1,
        (row, logProbs, gradient) -> {
          Arrays.fill(gradient, -1f / TOKENS);
          return 0;
        });
    engine.step(StepConfig.atRate(1e-3));
  }

  private static void write(PolicyEngine engine, int width) {
    var prompts = new ArrayList<Prompt>();
    for (int i = 0; i < width; i++) {
      prompts.add(new Prompt(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, 128, i));
    }
    engine.generate(prompts, new Sampling(1, 1, Set.of()));
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
