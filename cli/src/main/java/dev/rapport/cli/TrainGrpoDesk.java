package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.job.GrpoJob;
import dev.rapport.train.job.Team;
import dev.rapport.train.job.TextTask;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.tokenizer.Tokenizer;
import dev.rapport.train.tokenizer.Tokenizers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs GRPO and says what came of it; apart from its command, which any JDK loads. */
final class TrainGrpoDesk {
  private static final int FEW = 10;

  private final Terminal terminal;
  private final TrainRun run;
  private final TrainHow how;
  private final TrainReplicas replicas;
  private final TrainData data;
  private final long maxCalls;

  TrainGrpoDesk(
      Terminal terminal,
      TrainRun run,
      TrainHow how,
      TrainReplicas replicas,
      TrainData data,
      long maxCalls) {
    this.terminal = terminal;
    this.run = run;
    this.how = how;
    this.replicas = replicas;
    this.data = data;
    this.maxCalls = maxCalls;
  }

  int run(
      String split,
      int steps,
      int groups,
      int rollouts,
      double rate,
      int warmUp,
      double kl,
      boolean scaled) {
    Path model = TrainPlaces.model(terminal, run.model);
    Dataset dataset = data.open(terminal, split);
    CourseSpec course = data.spec(terminal, dataset, split);
    GrpoSpec spec =
        new GrpoSpec(
            model.toString(),
            course,
            steps,
            groups,
            rollouts,
            rate,
            warmUp,
            kl,
            scaled,
            TrainLora.of(how),
            how.recompute,
            run.seed,
            how.every,
            run.engine.name());
    TrainPlaces.usage(() -> new Rate(spec.rate(), spec.warmUp()));
    TrainPlaces.usage(spec::config);
    Path folder = TrainPlaces.absolute(terminal, run.out);
    Path trained =
        new TrainTeam(terminal, run.engine, replicas)
            .work(source -> train(spec, job(spec, model, source), dataset, folder));
    if (replicas.leads()) {
      print(JsonFile.readLines(folder.resolve("metrics.jsonl"), GrpoMetrics.class), trained);
    }
    return Session.DONE;
  }

  private GrpoJob job(GrpoSpec spec, Path model, EngineSource source) {
    return new GrpoJob(
        model,
        spec.config(),
        new Rate(spec.rate(), spec.warmUp()),
        spec.steps(),
        spec.seed(),
        TrainLora.engine(source, run, how),
        spec.every());
  }

  private Path train(GrpoSpec spec, GrpoJob job, Dataset dataset, Path folder) {
    Tokenizer tokenizer = Tokenizers.load(job.model());
    int window = ModelConfig.read(job.model()).positions();
    TrainCourse course = new TrainCourse(spec.course(), dataset, tokenizer, window, spec.seed());
    new Team(job.source().replicas()).keep(folder, spec, GrpoSpec.class);
    if (!replicas.leads()) {
      return work(spec, job, course, folder, (task, rollout) -> Double.NaN); // never asked
    }
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%d questions, %.0f %% of them asked for words; %s; %s%n",
            course.size(),
            spec.course().openShare() * 100,
            spec.course().isPaged() ? "a page" : "the full history",
            spec.lora());
    return new TrainJudges(spec.course(), run.settings(terminal), spec.seed(), maxCalls)
        .during(folder, reward -> work(spec, job, course, folder, reward));
  }

  private Path work(
      GrpoSpec spec,
      GrpoJob job,
      TrainCourse course,
      Path folder,
      Reward<TextTask<TrainWording>> reward) {
    try (TrainPace<GrpoMetrics> pace = TrainPace.grpo(terminal)) {
      return job.run(
          folder, course.tokenizer(), step -> course.step(step, spec.groups()), reward, pace);
    }
  }

  private void print(List<GrpoMetrics> metrics, Path model) {
    int few = Math.min(FEW, metrics.size());
    double first = reward(metrics.subList(0, few));
    double last = reward(metrics.subList(metrics.size() - few, metrics.size()));
    TrainEnd end = new TrainEnd();
    end.put("steps", metrics.size());
    end.put("firstReward", first);
    end.put("lastReward", last);
    String words =
        String.format(
            Locale.ROOT,
            "%d steps: mean reward %.3f over the first %d, %.3f over the last.",
            metrics.size(),
            first,
            few,
            last);
    end.print(terminal, run.json, words, model);
  }

  private static double reward(List<GrpoMetrics> metrics) {
    return metrics.stream()
        .mapToDouble(GrpoMetrics::reward)
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }
}
