package dev.rapport.train.java;

import com.sun.management.OperatingSystemMXBean;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Tokens per second of training and of writing; run by hand, see docs/training.md. */
final class EngineBenchmark {
  private EngineBenchmark() {}

  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    int steps = Integer.parseInt(args[1]);
    var config =
        new ModelConfig(
            Family.QWEN3, 2048, 256, 768, 4, 4, 2, 64, 1024, 1e-6, 10_000, true, List.of());
    try (var engine = JavaEngine.random(config, 1, threads)) {
      var random = new SplittableRandom(2);
      var batch = new ArrayList<Sequence>();
      for (int i = 0; i < 8; i++) {
        batch.add(new Sequence(random.ints(513, 0, 2048).toArray(), 1));
      }
      double best = 0;
      double cheapest = 0;
      for (int step = 0; step < steps; step++) {
        long spent = cpu();
        long start = System.nanoTime();
        double loss =
            engine.accumulate(
                batch,
                1,
                (row, logProbs, gradient) -> {
                  double sum = 0;
                  for (int t = 0; t < logProbs.length; t++) {
                    gradient[t] = -1f / 4096;
                    sum -= logProbs[t] / 4096;
                  }
                  return sum;
                });
        long mid = System.nanoTime();
        var report = engine.step(StepConfig.atRate(1e-3));
        long end = System.nanoTime();
        best = Math.max(best, 4096e9 / (end - start));
        cheapest = Math.max(cheapest, 4096e9 / (cpu() - spent));
        if (step % 5 == 0) {
          System.out.printf(
              "step %d loss %.5f norm %.4f: %.0f tok/s (step %.0f ms)%n",
              step, loss, report.gradientNorm(), 4096e9 / (end - start), (end - mid) / 1e6);
        }
      }
      System.out.printf("training: best %.0f tok/s, %.0f tok/cpu-s%n", best, cheapest);
      for (int width : new int[] {1, 16}) {
        double fastest = 0;
        double least = 0;
        for (int round = 0; round < 6; round++) {
          var prompts = new ArrayList<Prompt>();
          for (int i = 0; i < width; i++) {
            prompts.add(new Prompt(random.ints(8, 0, 2048).toArray(), 256, i));
          }
          long spent = cpu();
          long start = System.nanoTime();
          engine.generate(prompts, new Sampling(1, 1, Set.of()));
          fastest = Math.max(fastest, width * 256e9 / (System.nanoTime() - start));
          least = Math.max(least, width * 256e9 / (cpu() - spent));
        }
        System.out.printf(
            "writing, batch %d: best %.0f tok/s, %.0f tok/cpu-s%n", width, fastest, least);
      }
    }
  }

  /** Time of all threads, which a busy machine falsifies less than the clock. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
