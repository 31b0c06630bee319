package dev.rapport.train.mini;

import dev.rapport.train.TrainException;
import dev.rapport.train.grpo.Grpo;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.policy.TimedEngine;
import dev.rapport.train.rollout.Seeds;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.run.Stage;
import dev.rapport.train.sft.Sft;
import dev.rapport.train.sft.SftMetrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * The paper's Figure 6 in small: SFT, then GRPO over full histories, over pages, and over pages
 * that get no credit. Everything lives in one folder, from which a stopped run goes on.
 */
public final class MiniRun {
  /** Checkpoints of a stage. */
  private static final int CHECKPOINTS = 8;

  private static final long MANY_PEOPLE = 1L << 40;

  private final Path folder;
  private final MiniSpec spec;
  private final EngineSource source;
  private final MiniListener listener;
  private final Pace pace;

  private MiniRun(Path folder, MiniSpec spec, EngineSource source, MiniListener listener) {
    this.folder = folder;
    this.spec = spec;
    this.source = source;
    this.listener = listener;
    pace = new Pace(spec, source.nanos());
  }

  /**
   * Runs what is left of a run, and freezes its spec if it is new.
   *
   * @param source of engines; those in plain Java give results that depend on no threads
   * @throws TrainException when the folder holds a run of another spec
   */
  public static List<MiniResult> run(
      Path folder, MiniSpec spec, EngineSource source, MiniListener listener) {
    Path file = folder.resolve("spec.json");
    if (Files.exists(file)) {
      MiniSpec frozen = JsonFile.read(file, MiniSpec.class);
      if (!frozen.equals(spec)) {
        throw new TrainException(
            "%s holds a run of another spec, %s, not %s. Name another folder."
                .formatted(folder, frozen, spec));
      }
    } else {
      JsonFile.write(file, spec);
    }
    var run = new MiniRun(folder, spec, source, listener);
    var results = new ArrayList<MiniResult>();
    for (long seed = spec.seed(); seed < spec.seed() + spec.seeds(); seed++) {
      results.add(run.seed(seed));
    }
    return List.copyOf(results);
  }

  /** The folder of one seed. */
  public static Path folderOf(Path folder, long seed) {
    return folder.resolve("seed-" + seed);
  }

  private MiniResult seed(long seed) {
    Path home = folderOf(folder, seed);
    Path file = home.resolve("result.json");
    if (Files.exists(file)) {
      pace.skip("sft", spec.sftSteps());
      for (Arm arm : Arm.values()) {
        pace.skip(arm.folder(), spec.steps());
      }
      return JsonFile.read(file, MiniResult.class);
    }
    World world = spec.world(seed);
    Path start = coldStart(home, world, seed);
    for (Arm arm : Arm.values()) {
      reinforce(home, start, world, seed, arm);
    }
    MiniResult result = new Findings(spec, world, seed, source).of(home, start);
    JsonFile.write(file, result);
    return result;
  }

  private Path coldStart(Path home, World world, long seed) {
    Path model = home.resolve("sft/model");
    var stage = stage(home.resolve("sft"), spec.sftSteps());
    if (Files.exists(model.resolve("config.json"))) {
      pace.skip("sft", spec.sftSteps());
      return model;
    }
    try (var policy = source.random(spec.model(), seed)) {
      var lessons = new Lessons(world, MANY_PEOPLE, spec.sftSteps() / 4, new Seeds(seed).stream(1));
      var sft = new Sft(policy);
      run(
          stage,
          policy,
          seed,
          "sft",
          step -> sft.step(lessons.batch(step, spec.sftBatch()), StepConfig.atRate(sftRate(step))));
      policy.save(model);
    }
    return model;
  }

  private static Stage stage(Path folder, int steps) {
    return new Stage(folder, steps, Math.max(1, steps / CHECKPOINTS));
  }

  /** Rises for 50 steps and falls along a half wave to a tenth. */
  private double sftRate(long step) {
    double rise = Math.min(1, (step + 1) / 50.0);
    double wave = 0.5 * (1 + Math.cos(Math.PI * step / spec.sftSteps()));
    return spec.sftRate() * rise * (0.1 + 0.9 * wave);
  }

  private void reinforce(Path home, Path start, World world, long seed, Arm arm) {
    Path model = home.resolve(arm.folder()).resolve("model");
    if (Files.exists(model.resolve("config.json"))) {
      pace.skip(arm.folder(), spec.steps());
      return;
    }
    var stage = stage(home.resolve(arm.folder()), spec.steps());
    try (var policy = source.load(start);
        PolicyEngine frozen = policy.freeze()) {
      GrpoConfig config =
          GrpoConfig.DEFAULT
              .withBatch(spec.groups(), spec.rollouts())
              .withKlWeight(spec.klWeight())
              .withCredit(arm.credit());
      Seeds seeds = new Seeds(seed).stream(2);
      var grpo =
          new Grpo<MiniTask>(
              policy,
              frozen,
              (task, rollout) ->
                  task.question().isRight(Words.words(rollout.answer().words())) ? 1 : 0,
              config,
              new Rate(spec.rate(), 5),
              Set.of(Words.END),
              seeds);
      run(
          stage,
          policy,
          seed,
          arm.folder(),
          step -> grpo.step(step, tasks(world, seeds, step, arm.source())));
      policy.save(model);
    }
  }

  /** The questions of a step: the same for every arm. */
  private List<MiniTask> tasks(World world, Seeds seeds, long step, Source source) {
    var tasks = new ArrayList<MiniTask>();
    for (int group = 0; group < spec.groups(); group++) {
      var random = new SplittableRandom(seeds.stream(3).at(step, group, 0, 0));
      Person person = world.trained(random.nextLong(MANY_PEOPLE));
      tasks.add(new MiniTask(Question.of(person, random), source));
    }
    return tasks;
  }

  private void run(Stage stage, TimedEngine policy, long seed, String name, LongFunction<?> work) {
    pace.skip(name, stage.begun());
    stage.run(
        policy,
        work,
        (step, metrics, speed) -> {
          pace.step(name);
          listener.made(
              seed, name, step + 1, stage.steps(), value(metrics), speed, pace.secondsLeft());
        });
  }

  private static double value(Object metrics) {
    return switch (metrics) {
      case SftMetrics sft -> sft.loss();
      case GrpoMetrics grpo -> grpo.reward();
      default -> throw new IllegalStateException("metrics of no known stage");
    };
  }
}
