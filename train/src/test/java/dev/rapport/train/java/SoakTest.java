package dev.rapport.train.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.StepConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Memory over 2,000 steps, each with sampling, scoring and learning; on request, on Linux. */
@EnabledIfSystemProperty(named = "rapport.train.soak", matches = "true")
final class SoakTest {
  private static final int STEPS = 2_000;
  private static final int SETTLED = 500;

  @Test
  void memory_staysWhereItWas() throws IOException {
    ModelConfig config = Small.config(Family.QWEN3, 4, 2, 10, true);
    long settled = 0;
    try (var engine = Small.engine(config, 2);
        var frozen = engine.freeze()) {
      for (int step = 1; step <= STEPS; step++) {
        var batch = Small.batch(config, 8, 200, step);
        engine.generate(
            List.of(new Prompt(new int[] {1, 2, 3}, 60, step), new Prompt(new int[] {4}, 60, step)),
            new Sampling(1, 1, Set.of()));
        frozen.logProbs(batch, 1);
        engine.accumulate(batch, 1, (row, logProbs, gradient) -> gradient[0] = -1);
        engine.step(StepConfig.atRate(1e-4));
        if (step == SETTLED) {
          settled = resident();
        }
        if (step % 250 == 0) {
          System.out.printf("step %d: %d kB resident%n", step, resident());
        }
      }
    }
    assertThat(resident()).isLessThan(settled * 11 / 10);
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
