package dev.rapport.train.mini;

import dev.rapport.train.java.JavaEngines;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.run.JsonFile;
import java.nio.file.Path;

/** A miniature run in a process of its own, to be killed. */
final class MiniProcess {
  private MiniProcess() {}

  /**
   * Tells of each step on a line: its stage and its number.
   *
   * @param args the folder of the run, with its spec in {@code spec.json}
   */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    MiniSpec spec = JsonFile.read(folder.resolve("spec.json"), MiniSpec.class);
    MiniRun.run(
        folder,
        spec,
        source(1),
        (seed, stage, step, steps, value, speed, left) -> System.out.println(stage + " " + step));
  }

  static EngineSource source(int threads) {
    return new EngineSource(new JavaEngines(), EngineConfig.onThreads(threads), System::nanoTime);
  }
}
