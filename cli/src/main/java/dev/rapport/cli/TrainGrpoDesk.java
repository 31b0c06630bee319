package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.train.grpo.GrpoMetrics;
import dev.rapport.train.grpo.Rate;
import dev.rapport.train.job.Frozen;
import dev.rapport.train.job.GrpoJob;
import dev.rapport.train.model.ModelConfig;
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
  private final TrainData data;
  private final long maxCalls;

  TrainGrpoDesk(Terminal terminal, TrainRun run, TrainHow how, TrainData data, long maxCalls) {
    this.terminal = terminal;
    this.run = run;
    this.how = how;
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
    GrpoJob job = TrainPlaces.usage(() -> job(spec, model));
    run(spec, job, dataset, TrainPlaces.absolute(terminal, run.out));
    return Session.DONE;
  }

  private GrpoJob job(GrpoSpec spec, Path model) {
    return new GrpoJob(
        model,
        spec.config(),
        new Rate(spec.rate(), spec.warmUp()),
        spec.steps(),
        spec.seed(),
        TrainLora.engine(run, how),
        spec.every());
  }

  private void run(GrpoSpec spec, GrpoJob job, Dataset dataset, Path folder) {
    Tokenizer tokenizer = Tokenizers.load(job.model());
    int window = ModelConfig.read(job.model()).positions();
    TrainCourse course = new TrainCourse(spec.course(), dataset, tokenizer, window, spec.seed());
    Frozen.keep(folder, spec, GrpoSpec.class);
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%d questions, %.0f %% of them asked for words; %s; %s%n",
            course.size(),
            spec.course().openShare() * 100,
            spec.course().isPaged() ? "a page" : "the full history",
            spec.lora());
    Path model;
    try (TrainPace<GrpoMetrics> pace = TrainPace.grpo(terminal)) {
      model =
          new TrainJudges(spec.course(), run.settings(terminal), spec.seed(), maxCalls)
              .during(
                  folder,
                  reward ->
                      job.run(
                          folder,
                          tokenizer,
                          step -> course.step(step, spec.groups()),
                          reward,
                          pace));
    }
    print(JsonFile.readLines(folder.resolve("metrics.jsonl"), GrpoMetrics.class), model);
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
