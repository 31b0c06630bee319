package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.train.job.Attempt;
import dev.rapport.train.job.EvalJob;
import dev.rapport.train.job.Frozen;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.TimedEngine;
import dev.rapport.train.tokenizer.Tokenizer;
import dev.rapport.train.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Examines a model and says what came of it; apart from its command, which any JDK loads. */
final class TrainEvalDesk {
  private final Terminal terminal;
  private final TrainRun run;
  private final TrainData data;
  private final long maxCalls;

  TrainEvalDesk(Terminal terminal, TrainRun run, TrainData data, long maxCalls) {
    this.terminal = terminal;
    this.run = run;
    this.data = data;
    this.maxCalls = maxCalls;
  }

  int run(String split, double temperature) {
    Path model = TrainPlaces.model(terminal, run.model);
    Dataset dataset = data.open(terminal, split);
    EvalSpec spec =
        new EvalSpec(
            model.toString(),
            weights(model),
            data.spec(terminal, dataset, split),
            temperature,
            run.seed,
            run.engine.name());
    Path folder = TrainPlaces.absolute(terminal, run.out);
    print(examine(spec, model, dataset, folder), folder);
    return Session.DONE;
  }

  private List<Attempt> examine(EvalSpec spec, Path model, Dataset dataset, Path folder) {
    Tokenizer tokenizer = Tokenizers.load(model);
    int window = ModelConfig.read(model).positions();
    try (TimedEngine policy = TrainEngines.source(run.engine).load(model);
        TrainPace<Double> pace = TrainPace.eval(terminal)) {
      TrainCourse course = new TrainCourse(spec.course(), dataset, tokenizer, window, run.seed);
      Frozen.keep(folder, spec, EvalSpec.class);
      return new TrainJudges(spec.course(), run.settings(terminal), run.seed, maxCalls)
          .during(
              folder,
              reward ->
                  new EvalJob(course.size(), spec.temperature(), run.seed)
                      .run(
                          folder.resolve("answers.jsonl"),
                          policy,
                          tokenizer,
                          place -> course.task(place, run.seed),
                          reward,
                          pace));
    }
  }

  private static String weights(Path model) {
    try (Stream<Path> files = Files.list(model)) {
      return files
          .filter(file -> file.toString().endsWith(".safetensors") || file.endsWith("config.json"))
          .sorted()
          .map(TrainPlaces::digest)
          .collect(Collectors.joining("-"));
    } catch (IOException e) {
      throw new FailedException("cannot read %s: %s".formatted(model, e.getMessage()));
    }
  }

  private void print(List<Attempt> lines, Path folder) {
    long undecided = lines.stream().filter(line -> line.reward() < 0).count();
    long cut = lines.stream().filter(Attempt::cut).count();
    double reward = EvalJob.mean(lines);
    double written = lines.stream().mapToInt(Attempt::written).average().orElse(0);
    if (run.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("questions", lines.size());
      fields.put("reward", reward);
      fields.put("undecided", undecided);
      fields.put("cut", cut);
      fields.put("tokensWritten", written);
      fields.put("answers", folder.resolve("answers.jsonl").toString());
      terminal.out().println(Json.line(fields));
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d questions: mean reward %.3f; %d undecided, %d with a cut page or answer, %.0f"
                + " tokens written for each.%nAnswers: %s%n",
            lines.size(),
            reward,
            undecided,
            cut,
            written,
            folder.resolve("answers.jsonl"));
  }
}
