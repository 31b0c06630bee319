package dev.rapport.train.torch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.Family;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.policy.StepConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both engines and plain PyTorch turn by turn on the same work, so that a busy machine is as busy
 * for each. {@code -Drapport.train.speed=3} sets the rounds, {@code -Drapport.train.threads=1} the
 * threads, {@code -Drapport.train.python=/usr/bin/python3} names a Python that has PyTorch; without
 * that, PyTorch is left out. {@code -Drapport.train.bf16=true} is for processors that compute in
 * bf16.
 */
@EnabledIfSystemProperty(named = "rapport.train.speed", matches = "\\d+")
final class SpeedTest {
  private static final ModelConfig CONFIG =
      new ModelConfig(
          Family.QWEN3, 2048, 256, 768, 4, 4, 2, 64, 1024, 1e-6, 10_000, true, List.of());
  private static final int WIDTH = 8;
  private static final int LENGTH = 512;
  private static final int WRITTEN = 128;
  private static final int MANY = 16;
  private static final int SIZE = 1024;
  private static final int TIMES = 8;

  @TempDir private Path folder;
  private final Map<String, double[]> best = new LinkedHashMap<>();
  private double peak;

  /** Work on one engine, in seconds. */
  private interface Worker extends AutoCloseable {
    double train() throws IOException;

    double write(int width) throws IOException;

    /** Seconds for {@value #TIMES} products of matrices on one thread; infinity without any. */
    double multiply() throws IOException;

    @Override
    void close();
  }

  @Test
  void speeds_areToldSideBySide() throws IOException {
    int threads = Integer.getInteger("rapport.train.threads", 1);
    String python = System.getProperty("rapport.train.python", "");
    Map<String, Worker> workers = new LinkedHashMap<>();
    JavaEngine plain = JavaEngine.random(CONFIG, 1, threads);
    workers.put("java", new Here(plain));
    workers.put(
        "torch fp32", new Here(TorchEngine.of(CONFIG, plain.tensors(), TorchOptions.cpu(threads))));
    if (Boolean.getBoolean("rapport.train.bf16")) {
      TorchOptions options = TorchOptions.cpu(threads).withBf16(true);
      workers.put("torch bf16", new Here(TorchEngine.of(CONFIG, plain.tensors(), options)));
    }
    if (!python.isEmpty()) {
      workers.put("PyTorch", new Python(python, threads));
    }
    for (int round = 0; round < Integer.getInteger("rapport.train.speed", 1); round++) {
      for (Map.Entry<String, Worker> entry : workers.entrySet()) {
        Worker worker = entry.getValue();
        double[] mine = best.computeIfAbsent(entry.getKey(), key -> new double[3]);
        mine[0] = Math.max(mine[0], WIDTH * LENGTH / worker.train());
        mine[1] = Math.max(mine[1], WRITTEN / worker.write(1));
        mine[2] = Math.max(mine[2], MANY * WRITTEN / worker.write(MANY));
        peak = Math.max(peak, 2.0 * TIMES * SIZE * SIZE * SIZE / worker.multiply());
      }
    }
    workers.values().forEach(Worker::close);
    tell(threads);
    assertThat(best).allSatisfy((name, speeds) -> assertThat(speeds).doesNotContain(0));
  }

  private void tell(int threads) {
    double parameters = plainParameters();
    System.out.printf(
        Locale.ROOT,
        "%d threads; sgemm of %d: %.0f GFLOP/s; %,.0f parameters; best round%n",
        threads,
        SIZE,
        peak / 1e9,
        parameters);
    System.out.println("| | learned, tokens/s | of sgemm | written by 1 | written by 16 |");
    best.forEach(
        (name, speeds) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.0f %% | %,.0f | %,.0f |%n",
                name,
                speeds[0],
                100 * 6 * parameters * speeds[0] / peak,
                speeds[1],
                speeds[2]));
  }

  private static double plainParameters() {
    try (var engine = JavaEngine.random(CONFIG, 1, 1)) {
      return engine.tensors().stream().mapToLong(tensor -> tensor.values().length).sum();
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** An engine of this process. */
  private record Here(PolicyEngine engine) implements Worker {
    @Override
    public double train() {
      var random = new SplittableRandom(2);
      var batch = new ArrayList<Sequence>();
      for (int i = 0; i < WIDTH; i++) {
        batch.add(new Sequence(random.ints(LENGTH + 1, 0, 2048).toArray(), 1));
      }
      return seconds(
          () -> {
            engine.accumulate(
                batch,
                1,
                (row, logProbs, gradient) -> {
                  Arrays.fill(gradient, -1f / (WIDTH * LENGTH));
                  return 0;
                });
            engine.step(StepConfig.atRate(1e-3));
          });
    }

    @Override
    public double write(int width) {
      var prompts = new ArrayList<Prompt>();
      for (int i = 0; i < width; i++) {
        prompts.add(new Prompt(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, WRITTEN, i));
      }
      return seconds(() -> engine.generate(prompts, new Sampling(1, 1, Set.of())));
    }

    @Override
    public double multiply() {
      if (!(engine instanceof TorchEngine)) {
        return Double.POSITIVE_INFINITY;
      }
      try (var scope = new PointerScope()) {
        Scopes.used(scope);
        Tensor a = torch.rand(SIZE, SIZE);
        return seconds(
            () -> {
              for (int i = 0; i < TIMES; i++) {
                a.mm(a).close();
              }
            });
      }
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  /** PyTorch in a process of its own, which stands still while it is not asked. */
  private final class Python implements Worker {
    private final Process process;
    private final BufferedReader told;
    private final PrintWriter asked;

    Python(String python, int threads) throws IOException {
      Path script = folder.resolve("plain.py");
      try (var in = SpeedTest.class.getResourceAsStream("plain.py")) {
        Files.copy(Objects.requireNonNull(in), script);
      }
      List<String> command = new ArrayList<>(List.of(python, script.toString()));
      for (int value : new int[] {threads, 2048, 256, 768, 4, 4, 2, 64}) {
        command.add(Integer.toString(value));
      }
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().remove("OPENBLAS_CORETYPE");
      builder.environment().remove("OPENBLAS_L2_SIZE");
      builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
      builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
      process = builder.start();
      told = process.inputReader(UTF_8);
      asked = new PrintWriter(process.outputWriter(UTF_8), true);
      System.out.println("PyTorch " + told.readLine());
    }

    private double ask(String command) throws IOException {
      asked.println(command);
      return Double.parseDouble(told.readLine());
    }

    @Override
    public double train() throws IOException {
      return ask("train %d %d".formatted(WIDTH, LENGTH));
    }

    @Override
    public double write(int width) throws IOException {
      return ask("write %d %d".formatted(width, WRITTEN));
    }

    @Override
    public double multiply() throws IOException {
      return ask("multiply %d %d".formatted(SIZE, TIMES));
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
